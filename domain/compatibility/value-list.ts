import type { Json } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'
import { printSorted } from '../plan/print-json'

const few = 8
const texts = new WeakMap<readonly Json[], ReadonlySet<string>>()

/** Whether one of the values is equal; long lists are looked at once. */
export const listHas = (values: readonly Json[], value: Json): boolean => {
  if (values.length <= few) return values.some((one) => jsonEqual(one, value))
  const known = texts.get(values) ?? new Set(values.map(printSorted))
  texts.set(values, known)
  return known.has(printSorted(value))
}
