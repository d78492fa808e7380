/**
 * Whether a number is a whole multiple of another, as JSON writes the two: 19.99 is 1999 times 0.01, although their
 * nearest binary fractions are not. `divisor` is greater than zero.
 */
export const isMultiple = (value: number, divisor: number): boolean => {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  if (!Number.isFinite(value)) return false
  const [dividend, by] = [parts(value), parts(divisor)]
  const shift = by.exponent - dividend.exponent
  // Exponents of numbers that JavaScript holds are hundreds at most.
  return shift >= 0
    ? dividend.digits % (by.digits * 10n ** BigInt(shift)) === 0n
    : (dividend.digits * 10n ** BigInt(-shift)) % by.digits === 0n
}

const parts = (value: number): { readonly digits: bigint; readonly exponent: number } => {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}
