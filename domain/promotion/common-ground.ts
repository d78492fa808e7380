import { modernSpelling } from '../plan/canonical-form'
import { type ExactJson, isExactArray, isExactObject } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'

/**
 * What two schemas that never met both plan, in the words of ours. As the base of a merge it keeps what only ours has,
 * takes in what only theirs has, and takes theirs where both have something else.
 */
export const commonGround = (ours: ExactJson, theirs: ExactJson): ExactJson => {
  if (!isExactObject(ours) || !isExactObject(theirs)) return ours
  const [mine, yours] = [modernSpelling(ours), modernSpelling(theirs)]
  return inBoth(mine, yours, (keyword, own, other) => {
    if (sets.has(keyword)) return sharedMembers(keyword, own, other)
    if (nodes.has(keyword)) return commonGround(own, other)
    const isMap = maps.has(keyword) && isExactObject(own) && isExactObject(other)
    return isMap ? inBoth(own, other, (_name, one, same) => commonGround(one, same)) : own
  })
}

// What the merge goes into; everything else it takes whole.
const sets = new Set(['type', 'enum', 'required'])
const nodes = new Set(['items', 'additionalProperties', 'additionalItems', 'propertyNames', 'contains'])
const maps = new Set(['properties', 'patternProperties', 'definitions', '$defs', 'labels'])

type Members = Readonly<Record<string, ExactJson>>

const inBoth = (
  ours: Members,
  theirs: Members,
  ground: (key: string, own: ExactJson, other: ExactJson) => ExactJson,
): ExactJson =>
  Object.fromEntries(
    Object.entries(ours).flatMap(([key, own]): [string, ExactJson][] => {
      const other = Object.hasOwn(theirs, key) ? theirs[key] : undefined
      return other === undefined ? [] : [[key, ground(key, own, other)]]
    }),
  )

/** Ours where nothing is shared: no type and no value at all would say something of its own. */
const sharedMembers = (keyword: string, own: ExactJson, other: ExactJson): ExactJson => {
  const known = new Set(listed(other).map(printSorted))
  const shared = listed(own).filter((member) => known.has(printSorted(member)))
  // In its own spelling: a list of one and its member mean the same, and may not mean anything (`required: true`).
  if (shared.length === listed(own).length) return own
  return shared.length === 0 && keyword !== 'required' ? own : shared
}

const listed = (value: ExactJson): readonly ExactJson[] => (isExactArray(value) ? value : [value])
