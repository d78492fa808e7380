import { exactEqual } from '../plan/exact-equal'
import { type ExactJson, type ExactObject, isExactObject } from '../plan/exact-json'

type Pair = readonly [before: ExactJson, after: ExactJson]

/**
 * Two schemas with the same placeholder in both for every property that is equal in both: a changed event has changed
 * in a few of its many properties, and only these are worth a closer look.
 */
export const unlikeParts = (before: ExactJson, after: ExactJson): Pair => {
  if (!isExactObject(before) || !isExactObject(after)) return [before, after]
  const [was, is] = [before.properties, after.properties]
  if (!isExactObject(was) || !isExactObject(is)) return [before, after]
  const pairs = new Map(
    Object.keys(was)
      .filter((name) => Object.hasOwn(is, name))
      .map((name) => [name, unlikeProperty(was[name] ?? null, is[name] ?? null)]),
  )
  const side = (properties: ExactObject, at: 0 | 1): ExactObject =>
    Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, pairs.get(name)?.[at] ?? part]),
    )
  return [
    { ...before, properties: side(was, 0) },
    { ...after, properties: side(is, 1) },
  ]
}

const unlikeProperty = (before: ExactJson, after: ExactJson): Pair =>
  exactEqual(before, after) ? [true, true] : unlikeParts(before, after)
