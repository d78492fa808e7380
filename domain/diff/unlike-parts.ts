import { exactEqual } from '../plan/exact-equal'
import { type ExactJson, isExactObject } from '../plan/exact-json'

type Pair = readonly [before: ExactJson, after: ExactJson]

/**
 * Two schemas without the properties that are equal in both: a changed event has changed in a few of its many
 * properties, and only these are worth a closer look.
 */
export const unlikeParts = (before: ExactJson, after: ExactJson): Pair => {
  if (!isExactObject(before) || !isExactObject(after)) return [before, after]
  const [was, is] = [before.properties, after.properties]
  if (!isExactObject(was) || !isExactObject(is)) return [before, after]
  const left: [string, ExactJson][] = []
  const right: [string, ExactJson][] = []
  for (const [name, part] of Object.entries(was)) {
    const other = Object.hasOwn(is, name) ? is[name] : undefined
    if (other === undefined) left.push([name, part])
    else if (!exactEqual(part, other)) {
      const [old, now] = unlikeParts(part, other)
      left.push([name, old])
      right.push([name, now])
    }
  }
  for (const [name, part] of Object.entries(is)) if (!Object.hasOwn(was, name)) right.push([name, part])
  return [
    { ...before, properties: Object.fromEntries(left) },
    { ...after, properties: Object.fromEntries(right) },
  ]
}
