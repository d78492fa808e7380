import { type Detector, digitsOf, matchesOf } from './detector'

export const paymentCard: Detector = {
  id: 'payment-card',
  title: 'Payment cards',
  takes: '13 to 19 digits, in groups or not, whose check digit is right (Luhn, ISO/IEC 7812-1).',
  may: (text) => /\d/.test(text),
  find: matchesOf(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, (match) => isLuhn(digitsOf(match))),
}

export const isLuhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i])
    const twice = digit * 2
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice
  }
  return digits.length > 0 && sum % 10 === 0
}
