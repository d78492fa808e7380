import { type ExactJson, ExactNumber, isExactArray, isExactObject, numberSpelling } from '../plan/exact-json'

/** JSON Schema draft-07: a number without a fraction is an integer, however it is written. */
export const typeOfValue = (value: ExactJson): string => {
  if (value === null) return 'null'
  if (isExactArray(value)) return 'array'
  if (value instanceof ExactNumber)
    return /e\d|^0$/.test(numberSpelling(value.literal)) ? 'integer' : 'number'
  if (isExactObject(value)) return 'object'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}
