import { scaled, scaleFor } from './decimal'

/**
 * Whether a value is a multiple, by the numbers as they are written. Undefined where validators that divide in binary
 * fractions say otherwise: 0.3 is a multiple of 0.1, but divided by it in JavaScript it is 2.9999999999999996.
 */
export const isMultiple = (value: number, of: number): boolean | undefined => {
  const scale = scaleFor([value, of])
  const exact = scaled(value, scale) % scaled(of, scale) === 0n
  return exact === dividesInBinary(value, of) ? exact : undefined
}

/** As JSON Schema validators in JavaScript divide; a quotient that prints with an exponent is no integer to them. */
export const dividesInBinary = (value: number, of: number): boolean => {
  const quotient = value / of
  return Number.isInteger(quotient) && Math.abs(quotient) < 1e21
}
