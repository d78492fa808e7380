import type { Change } from './change'
import { type NodePair, typesOf } from './schema-node'

/** JSON Schema draft-07: an absent `type` allows every type, and every integer is a number. */
export const allowsType = (types: readonly string[] | null, type: string): boolean =>
  types === null || types.includes(type) || (type === 'integer' && types.includes('number'))

const allowsAll = (outer: readonly string[] | null, inner: readonly string[] | null): boolean =>
  outer === null || inner?.every((type) => allowsType(outer, type)) === true

/** How the set of allowed types moved. Empty when both sides mean the same, null when one is unreadable. */
export const diffTypes = (node: NodePair): Change[] | null => {
  const [before, after] = [typesOf(node.before), typesOf(node.after)]
  if (before === undefined || after === undefined) return null
  const [wider, narrower] = [allowsAll(after, before), allowsAll(before, after)]
  if (wider && narrower) return []
  const kind = wider ? 'type-widened' : narrower ? 'type-narrowed' : 'type-changed'
  return [{ kind, ...node.place, before, after }]
}
