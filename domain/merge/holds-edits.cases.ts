import { canonicalForm } from '../plan/canonical-form'
import { type ExactJson, isExactArray, isExactObject } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'
import { withoutFilledIn } from '../plan/without-filled-in'

type Value = ExactJson | undefined

/** Places where the merged schema does not say what a side made of the base; none when it holds every edit of it. */
export const missedEdits = (base: ExactJson, side: ExactJson, merged: ExactJson): readonly string[] => {
  const [was, is, now] = [base, side, merged].map((schema) => canonicalForm(withoutFilledIn(schema)))
  return missedInNode(was, is, now, '')
}

const missedInNode = (base: Value, side: Value, merged: Value, at: string): readonly string[] => {
  if (same(base, side) || same(side, merged)) return []
  if (!isExactObject(base) || !isExactObject(side) || !isExactObject(merged)) return [at]
  return keysOf(base, side).flatMap((keyword) =>
    missedInKeyword(
      keyword,
      own(base, keyword),
      own(side, keyword),
      own(merged, keyword),
      `${at}/${keyword}`,
    ),
  )
}

const missedInKeyword = (
  keyword: string,
  base: Value,
  side: Value,
  merged: Value,
  at: string,
): readonly string[] => {
  if (same(base, side) || same(side, merged)) return []
  if (sets.includes(keyword)) {
    const [was, is, now] = [base, side, merged].map((value) => members(keyword, value))
    if (!was || !is || !now) return [at]
    const isMissed =
      [...is].some((one) => !was.has(one) && !now.has(one)) ||
      [...was].some((one) => !is.has(one) && now.has(one))
    return isMissed ? [at] : []
  }
  if (mapsOfSchemas.includes(keyword)) return missedInMap(base, side, merged, at, missedInNode)
  if (keyword === 'labels')
    return missedInMap(base, side, merged, at, (was, is, now, here) =>
      same(was, is) || same(is, now) ? [] : [here],
    )
  return schemas.includes(keyword) ? missedInNode(base, side, merged, at) : [at]
}

const missedInMap = (
  base: Value,
  side: Value,
  merged: Value,
  at: string,
  inside: typeof missedInNode,
): readonly string[] => {
  const [was, is, now] = [base ?? {}, side ?? {}, merged ?? {}]
  if (!isExactObject(was) || !isExactObject(is) || !isExactObject(now)) return [at]
  return keysOf(was, is).flatMap((name) =>
    inside(own(was, name), own(is, name), own(now, name), `${at}/${name}`),
  )
}

const sets = ['type', 'enum', 'required']
const mapsOfSchemas = ['properties', 'patternProperties', 'definitions', '$defs']
const schemas = ['items', 'additionalProperties', 'additionalItems', 'propertyNames', 'contains']

/** Null where there is no set: without `type` or `enum` everything is allowed, without `required` nothing required. */
const members = (keyword: string, value: Value): ReadonlySet<string> | null => {
  if (value === undefined) return keyword === 'required' ? new Set() : null
  if (keyword === 'type' && typeof value === 'string') return new Set([printSorted(value)])
  return isExactArray(value) ? new Set(value.map(printSorted)) : null
}

const same = (a: Value, b: Value): boolean =>
  a === undefined || b === undefined ? a === b : printSorted(a) === printSorted(b)

const own = (object: { readonly [key: string]: ExactJson }, key: string): Value =>
  Object.hasOwn(object, key) ? object[key] : undefined

const keysOf = (...objects: readonly object[]): string[] => [
  ...new Set(objects.flatMap((one) => Object.keys(one))),
]
