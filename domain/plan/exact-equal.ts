import { type ExactJson, ExactNumber, isExactArray, isExactObject, numberSpelling } from './exact-json'

/** Whether two values are the same, whatever the order of keys and however a long number is written. */
export const exactEqual = (a: ExactJson, b: ExactJson): boolean => {
  if (a === b) return true
  if (a instanceof ExactNumber)
    return b instanceof ExactNumber && numberSpelling(a.literal) === numberSpelling(b.literal)
  if (isExactArray(a))
    return isExactArray(b) && a.length === b.length && a.every((item, i) => exactEqual(item, b[i] ?? null))
  if (!isExactObject(a) || !isExactObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && exactEqual(a[key] ?? null, b[key] ?? null))
  )
}
