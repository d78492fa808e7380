import { type ExactJson, ExactNumber, isExactArray, isExactObject } from '../plan/exact-json'
import type { Json } from '../plan/json'

/** A value for readers of JSON that round: numbers that JavaScript cannot carry stand by their literal, as text. */
export const reported = (value: ExactJson): Json => {
  if (value instanceof ExactNumber) return value.literal
  if (isExactArray(value)) return value.map(reported)
  if (!isExactObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reported(item)]))
}
