import type { Keyword } from './keyword-shapes'
import type { Keywords } from './read-keywords'
import type { ReadNode } from './read-node'

/** Keywords whose values hold no schemas. */
const plain: ReadonlySet<string> = new Set<Keyword>([
  ...(['type', 'enum', 'const', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const),
  ...(['multipleOf', 'minLength', 'maxLength', 'pattern', 'format', 'minItems', 'maxItems'] as const),
  ...(['uniqueItems', 'required', 'minProperties', 'maxProperties'] as const),
])

const known = new Map<string, ReadNode>()
const mostKept = 2000
/** A long list of values is hardly met twice. */
const longest = 400

/** Reads a leaf once for all schemas: events repeat them by the hundred. Anything else is read as it comes. */
export const readLeaf = (keywords: Keywords, read: () => ReadNode): ReadNode => {
  if (!Object.keys(keywords).every((keyword) => plain.has(keyword))) return read()
  const text = JSON.stringify(keywords)
  const seen = known.get(text)
  if (seen) return seen
  const { says, node } = read()
  const made: ReadNode = { says, node: { ...node, leaf: {} } }
  if (known.size >= mostKept) known.clear()
  if (text.length <= longest) known.set(text, made)
  return made
}
