import type { Json } from '../plan/json'

const mostValues = 100_000
const deepest = 100

/** Whether a schema is small enough to be looked at; rules of real plans have fewer than a thousand values. */
export const isWithinBounds = (schema: Json): boolean => countValues(schema, mostValues) <= mostValues

/** Whether the validator can compile a schema without taking long: what counts is how many schemas it holds. */
export const isQuickToCompile = (schema: Json): boolean => countObjects(schema) <= 3000

const countValues = (value: Json, most: number, depth = 0): number => {
  if (typeof value !== 'object' || value === null) return 1
  if (depth > deepest) return most + 1
  let count = 1
  for (const part of Object.values(value)) {
    count += countValues(part, most - count, depth + 1)
    if (count > most) return count
  }
  return count
}

const countObjects = (value: Json): number => {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>(
    (sum, part) => sum + countObjects(part),
    Array.isArray(value) ? 0 : 1,
  )
}
