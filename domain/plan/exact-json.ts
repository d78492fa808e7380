/** A number that a JavaScript number cannot carry (`12345678901234567890`, `1e400`), kept as its literal. */
export class ExactNumber {
  constructor(readonly literal: string) {}
}

export type ExactObject = { readonly [key: string]: ExactJson }

/** A JSON value in which no number was rounded. Every `Json` is one. */
export type ExactJson = null | boolean | number | string | ExactNumber | readonly ExactJson[] | ExactObject

export const isExactObject = (value: ExactJson | undefined): value is ExactObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)

export const isExactArray = (value: ExactJson | undefined): value is readonly ExactJson[] =>
  Array.isArray(value)

/** One spelling for each number: `1.0`, `1` and `10e-1` all give `1e0`; zero is `0`, with either sign. */
export const numberSpelling = (literal: string): string => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  if (digits === '') return '0'
  const kept = digits.replace(/0+$/, '')
  return `${sign}${kept}e${BigInt(exponent) + BigInt(digits.length - kept.length - fraction.length)}`
}

/** The literal as a plain number where that loses nothing. */
export const exactNumber = (literal: string): number | ExactNumber => {
  const value = Number(literal)
  const same = Number.isFinite(value) && numberSpelling(String(value)) === numberSpelling(literal)
  return same ? value : new ExactNumber(literal)
}
