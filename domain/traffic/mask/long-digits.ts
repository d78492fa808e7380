import { type Detector, matchesOf } from './detector'

export const longDigits: Detector = {
  id: 'long-digits',
  title: 'Long numbers',
  takes: 'Nine or more digits in a row, or with dashes as in a social security number (000-00-0000).',
  may: (text) => /\d{3}/.test(text),
  find: (text) => [...inRow(text), ...socialSecurity(text)],
}

// Digits behind a decimal point are a fraction.
const inRow = matchesOf(/(?<![\d.])\d{9,}(?!\d)/g)
const socialSecurity = matchesOf(/(?<![\d-])(?:\d{3}-\d{2}-\d{4}|\d{6}[-+]\d{4}|\d{8}-\d{4})(?![\d-])/g)
