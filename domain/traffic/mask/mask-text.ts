import type { Finding } from './detector'
import { detectors } from './detectors'
import { email } from './email'

/**
 * A text with everything in it replaced that a detector finds; the same text where nothing is. Letters become `x`
 * or `X`, digits `1`: an address stays an address, a number one of as many digits, and lengths hold.
 */
export const maskText = (text: string): string => {
  const findings = detectors.flatMap((detector) =>
    detector.may(text)
      ? detector.find(text).map((finding) => ({ ...finding, isAddress: detector === email }))
      : none,
  )
  if (findings.length === 0) return text
  const ids = [...text.matchAll(uuid)].map(({ index, 0: id }) => ({ start: index, end: index + id.length }))
  const units = text.split('')
  for (const finding of findings)
    if (!ids.some(({ start, end }) => start <= finding.start && finding.end <= end))
      cover(units, finding, finding.isAddress)
  return units.join('')
}

/** Every letter and digit of a text replaced, signs kept. */
export const coverText = (text: string): string => {
  const units = text.split('')
  const isAddress = email.find(text).some(({ start, end }) => start === 0 && end === text.length)
  cover(units, { start: 0, end: units.length }, isAddress)
  return units.join('')
}

const none: readonly (Finding & { readonly isAddress: boolean })[] = []

/** Made by chance: digits in it are no number of anybody. */
const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi

const cover = (units: string[], { start, end }: Finding, isAddress: boolean): void => {
  // The last part of a domain tells nobody, and without one an address would be none.
  const last = isAddress ? units.lastIndexOf('.', end - 1) : end
  for (let i = start; i < last; i += 1) {
    const unit = units[i] ?? ''
    // An encoded sign stays what it is: %40 is an @.
    if (unit === '%' && i + 2 < end && /^[\da-f]{2}$/i.test(`${units[i + 1]}${units[i + 2]}`)) i += 2
    else units[i] = coveredUnit(unit)
  }
}

const coveredUnit = (unit: string): string => {
  if (unit >= '0' && unit <= '9') return '1'
  if (unit >= 'a' && unit <= 'z') return 'x'
  if (unit >= 'A' && unit <= 'Z') return 'X'
  return unit > '\u007f' ? 'x' : unit
}
