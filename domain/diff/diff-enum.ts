import { type ExactJson, isExactArray } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'
import type { Change } from './change'
import { type NodePair, typesOf } from './schema-node'

/** Values that came onto the list of allowed ones or left it, or a whole list that came or went. Null when a list is unreadable. */
export const diffEnum = (node: NodePair): Change[] | null => {
  const { place, before, after } = node
  const [was, is] = [before.enum, after.enum]
  if (was === undefined && isExactArray(is))
    return [{ kind: 'enum-added', ...place, after: is, types: typesOf(before) ?? null }]
  if (is === undefined && isExactArray(was))
    return [{ kind: 'enum-removed', ...place, before: was, types: typesOf(after) ?? null }]
  if (!isExactArray(was) || !isExactArray(is)) return null
  const added = without(is, was)
  const removed = without(was, is)
  const changes: Change[] = []
  if (removed.length > 0)
    changes.push({
      kind: 'enum-values-removed',
      ...place,
      before: removed,
      types: typesOf(before) ?? null,
    })
  if (added.length > 0)
    changes.push({
      kind: 'enum-values-added',
      ...place,
      after: added,
      types: typesOf(after) ?? null,
    })
  return changes
}

/** By their sorted text, since lists of values may be long. */
const without = (values: readonly ExactJson[], others: readonly ExactJson[]): ExactJson[] => {
  const known = new Set(others.map(printSorted))
  return values.filter((value) => !known.has(printSorted(value)))
}
