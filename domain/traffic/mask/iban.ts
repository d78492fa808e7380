import { type Detector, matchesOf } from './detector'

export const iban: Detector = {
  id: 'iban',
  title: 'Bank accounts',
  takes: 'An IBAN whose check digits are right (ISO 13616), with or without spaces.',
  may: (text) => /[A-Za-z]{2}\d\d/.test(text),
  find: matchesOf(/(?<![A-Za-z\d])[A-Z]{2}\d\d(?: ?[A-Z\d]){11,30}(?![A-Za-z\d])/gi, isIban),
}

function isIban(match: string): boolean {
  const account = match.replaceAll(' ', '').toUpperCase()
  const moved = account.slice(4) + account.slice(0, 4)
  let rest = 0
  for (const sign of moved) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97
  return rest === 1
}
