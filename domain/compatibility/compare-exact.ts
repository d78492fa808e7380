import { type ExactJson, ExactNumber, isExactArray, isExactObject } from '../plan/exact-json'
import { plainJson } from '../plan/parse-schema'
import { printSorted } from '../plan/print-json'
import { type Comparison, type ComparisonOptions, compare } from './compare'

/** `compare` for schemas as they were read: a number that JavaScript would round decides nothing. */
export const compareExact = (
  before: ExactJson,
  after: ExactJson,
  options: ComparisonOptions = {},
): Comparison => {
  if (!holdsExact(before) && !holdsExact(after)) return compare(plainJson(before), plainJson(after), options)
  return printSorted(before) === printSorted(after)
    ? { verdict: 'safe', reason: 'Both schemas say the same.' }
    : { verdict: 'unknown', reason: 'A schema holds a number with more digits than can be compared.' }
}

const holdsExact = (value: ExactJson): boolean => {
  if (value instanceof ExactNumber) return true
  if (isExactArray(value)) return value.some(holdsExact)
  return isExactObject(value) && Object.values(value).some(holdsExact)
}
