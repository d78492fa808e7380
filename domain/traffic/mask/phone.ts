import { type Detector, digitsOf, matchesOf } from './detector'

/** E.164 has up to 15 digits. A date or an instant is no number, and neither is one with a decimal point. */
export const phone: Detector = {
  id: 'phone',
  title: 'Telephone numbers',
  takes: 'Eight to 15 digits with a plus sign, or nine and more in groups, unless they are a date.',
  may: (text) => /\d/.test(text),
  find: matchesOf(/(?<![\w.])(?:\+|\(\+?)?\d(?:[ ()/.-]{0,3}\d){7,14}(?![\w])/g, (match) => {
    if (/^(19|20)\d\d-\d\d-\d\d/.test(match) || /^\d+\.\d+$/.test(match)) return false
    const digits = digitsOf(match).length
    return /^[+(]/.test(match) ? digits >= 8 : digits >= 9 && /[ ()/.-]/.test(match)
  }),
}
