import { type ExactJson, isExactArray, isExactObject } from './exact-json'
import type { Json } from './json'

/** RFC 6901: `~` is written `~0`, `/` is written `~1`. */
export const escapeSegment = (segment: string): string =>
  // Hardly any name holds one, and every place of every schema is named.
  segment.includes('/') || segment.includes('~')
    ? segment.replaceAll('~', '~0').replaceAll('/', '~1')
    : segment

export const unescapeSegment = (segment: string): string =>
  segment.replaceAll('~1', '/').replaceAll('~0', '~')

/** `pointerSegments('')` is the whole document: no segments. */
export const pointerSegments = (pointer: string): string[] =>
  pointer === '' ? [] : pointer.slice(1).split('/').map(unescapeSegment)

export const pointerOf = (segments: readonly (string | number)[]): string =>
  segments.map((segment) => `/${escapeSegment(String(segment))}`).join('')

export const childPointer = (pointer: string, segment: string | number): string =>
  `${pointer}/${escapeSegment(String(segment))}`

/** What stands at a JSON pointer; undefined when nothing does. */
export function valueAt(value: Json, pointer: string): Json | undefined
export function valueAt(value: ExactJson, pointer: string): ExactJson | undefined
export function valueAt(value: ExactJson, pointer: string): ExactJson | undefined {
  let here: ExactJson | undefined = value
  for (const segment of pointerSegments(pointer)) {
    if (isExactArray(here)) here = /^(0|[1-9]\d*)$/.test(segment) ? here[Number(segment)] : undefined
    else here = isExactObject(here) && Object.hasOwn(here, segment) ? here[segment] : undefined
  }
  return here
}

/**
 * From a place in the message (`/properties/products/*\/sku`) to its place in the rule
 * (`/properties/properties/properties/products/items/properties/sku`).
 * Where the schema is given, a `*` names the property of that name if the schema plans one; else it is any item.
 */
export const toSchemaPointer = (messagePointer: string, schema?: ExactJson): string => {
  let pointer = ''
  for (const segment of pointerSegments(messagePointer)) {
    const asProperty = `${pointer}/properties/${escapeSegment(segment)}`
    const isItem = segment === '*' && (schema === undefined || valueAt(schema, asProperty) === undefined)
    pointer = isItem ? `${pointer}/items` : asProperty
  }
  return pointer
}

/** Keywords whose schemas judge the same place in the message as the schema that holds them. */
const sameplace = new Set(['if', 'then', 'else', 'not'])
const sameplaceLists = new Set(['allOf', 'anyOf', 'oneOf'])
const anyName = new Set(['additionalProperties', 'propertyNames', 'additionalItems', 'contains'])

/** From a place in the rule to the place in the message it judges; null where it judges none by itself. */
export const toMessagePointer = (schemaPointer: string): string | null => {
  const segments = pointerSegments(schemaPointer)
  const path: string[] = []
  for (let i = 0; i < segments.length; i += 1) {
    const keyword = segments[i] ?? ''
    const next = segments[i + 1]
    if (sameplace.has(keyword)) continue
    if (anyName.has(keyword)) {
      path.push('*')
      continue
    }
    if (keyword === 'items') {
      path.push('*')
      if (next !== undefined && /^\d+$/.test(next)) i += 1
      continue
    }
    if (next === undefined) return null
    if (keyword === 'properties') path.push(next)
    else if (keyword === 'patternProperties') path.push('*')
    else if (!sameplaceLists.has(keyword)) return null
    i += 1
  }
  return pointerOf(path)
}
