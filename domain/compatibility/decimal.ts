/** Numbers as JSON writes them, exactly: an integer times a power of ten that is the same for all in a question. */
export type Scale = { readonly places: number; readonly one: bigint }

const parts = (value: number): { digits: bigint; places: number } => {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) }
}

/** A scale at which every value is whole, with room for values between two neighbours. */
export const scaleFor = (values: readonly number[]): Scale => {
  const places = Math.max(0, ...values.map((value) => parts(value).places)) + 2
  return { places, one: 10n ** BigInt(places) }
}

/** Whether the scale has as many places as the value. */
export const fitsScale = (value: number, { places }: Scale): boolean =>
  Number.isSafeInteger(value) || parts(value).places <= places

export const scaled = (value: number, { places, one }: Scale): bigint => {
  if (Number.isSafeInteger(value)) return BigInt(value) * one
  const exact = parts(value)
  return exact.digits * 10n ** BigInt(places - exact.places)
}

/** The nearest number that JavaScript has. */
export const unscaled = (value: bigint, { places }: Scale): number => {
  const whole = Number(value)
  // The quotient of two numbers that are exact is rounded once, to the nearest.
  if (places <= 22 && Number.isSafeInteger(whole)) return whole / 10 ** places
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const sign = value < 0n ? '-' : ''
  return Number(`${sign}${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`)
}

/** The next numbers that JavaScript has, below and above. */
export const neighbours = (value: number): number[] => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigInt64(0)
  return [bits - 1n, bits + 1n].flatMap((near) => {
    view.setBigInt64(0, near)
    const number = view.getFloat64(0)
    return Number.isFinite(number) ? [number] : []
  })
}

export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b)
