import { isJsonObject, type Json } from './json'

/** JSON Schema draft-07 section 4.2.3: order of keys does not count, `1` and `1.0` are equal. */
export const jsonEqual = (a: Json, b: Json): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => jsonEqual(item, b[i] ?? null))
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && jsonEqual(a[key] ?? null, b[key] ?? null))
    )
  }
  return false
}
