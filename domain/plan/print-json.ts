import { type ExactJson, ExactNumber, isExactArray, numberSpelling } from './exact-json'

/** JSON text of a value, exact numbers by their literal. `indent` is a number of spaces; 0 gives one line. */
export const printJson = (value: ExactJson, indent = 0): string => print(value, indent, '\n', false)

/** JSON text that is the same for equal values: keys sorted, one spelling for each number, one line. */
export const printSorted = (value: ExactJson): string => print(value, 0, '\n', true)

const print = (value: ExactJson, indent: number, line: string, sorted: boolean): string => {
  if (value instanceof ExactNumber) return sorted ? numberSpelling(value.literal) : value.literal
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = line + ' '.repeat(indent)
  const parts = isExactArray(value)
    ? value.map((item) => print(item, indent, inner, sorted))
    : keysOf(value, sorted).map(
        (key) =>
          `${JSON.stringify(key)}:${indent > 0 ? ' ' : ''}${print(value[key] ?? null, indent, inner, sorted)}`,
      )
  const [open, close] = isExactArray(value) ? ['[', ']'] : ['{', '}']
  if (parts.length === 0 || indent === 0) return open + parts.join(',') + close
  return open + inner + parts.join(`,${inner}`) + line + close
}

const keysOf = (value: object, sorted: boolean): string[] =>
  sorted ? Object.keys(value).sort() : Object.keys(value)
