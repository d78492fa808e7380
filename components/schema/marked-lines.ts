import { isJsonObject, type Json } from '@/domain/plan/json'
import { childPointer, escapeSegment } from '@/domain/plan/schema-pointer'

/** One line of JSON text. `failing`: what stands there breaks a constraint. `missing`: something is not there that has to be. */
export type MarkedLine = { readonly text: string; readonly mark: 'failing' | 'missing' | 'masked' | null }

/**
 * A message as lines of JSON, those at some places marked. Pointers may have `*` for every index of a list; a place
 * that is not there marks the object that lacks it.
 */
export const markedLines = (
  message: Json,
  failing: readonly string[],
  masked: readonly string[],
): readonly MarkedLine[] => {
  const places = { failing: new Set(failing), masked: new Set(masked) }
  return linesOf(message, { depth: 0, before: '', after: '', pointer: '', folded: '' }, places)
}

type Place = {
  readonly depth: number
  readonly before: string
  readonly after: string
  readonly pointer: string
  readonly folded: string
}
type Places = Readonly<Record<'failing' | 'masked', ReadonlySet<string>>>

const linesOf = (value: Json, place: Place, places: Places): readonly MarkedLine[] => {
  const { depth, before, after } = place
  const indent = '  '.repeat(depth)
  const mark = markOf(value, place, places)
  const children = childrenOf(value)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (children === null) return [{ text: `${indent}${before}${JSON.stringify(value)}${after}`, mark }]
  if (children.length === 0) return [{ text: `${indent}${before}${open}${close}${after}`, mark }]
  return [
    { text: `${indent}${before}${open}`, mark },
    ...children.flatMap(({ name, child, isItem }, i) =>
      linesOf(
        child,
        {
          depth: depth + 1,
          before: isItem ? '' : `${JSON.stringify(name)}: `,
          after: i < children.length - 1 ? ',' : '',
          pointer: childPointer(place.pointer, name),
          folded: isItem ? `${place.folded}/*` : childPointer(place.folded, name),
        },
        places,
      ),
    ),
    { text: `${indent}${close}${after}`, mark: null },
  ]
}

const childrenOf = (value: Json) => {
  if (Array.isArray(value)) return value.map((child: Json, i) => ({ name: String(i), child, isItem: true }))
  return isJsonObject(value)
    ? Object.entries(value).map(([name, child]) => ({ name, child, isItem: false }))
    : null
}

const markOf = (value: Json, { pointer, folded }: Place, { failing, masked }: Places): MarkedLine['mark'] => {
  if (failing.has(pointer) || failing.has(folded)) return 'failing'
  if (isJsonObject(value) && lacksOne(value, pointer, folded, failing)) return 'missing'
  return masked.has(pointer) ? 'masked' : null
}

const lacksOne = (
  value: { readonly [key: string]: Json },
  pointer: string,
  folded: string,
  failing: ReadonlySet<string>,
): boolean =>
  [...failing].some((place) => {
    const at = place.lastIndexOf('/')
    const around = place.slice(0, at)
    if (at === -1 || (around !== pointer && around !== folded)) return false
    return !Object.keys(value).some((name) => escapeSegment(name) === place.slice(at + 1))
  })
