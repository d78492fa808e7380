import type { Edit } from '../plan/edit'
import { isJsonObject, type Json } from '../plan/json'
import {
  childPointer,
  pointerSegments,
  toMessagePointer,
  toSchemaPointer,
  valueAt,
} from '../plan/schema-pointer'

/**
 * Whether a place in the messages of a rule is one that the edit's schemas speak of, before or after: `''` is every
 * rule's. What an edit removed still has its place, since that is what people talk about.
 */
export const hasPlace = ({ before, after }: Pick<Edit, 'before' | 'after'>, pointer: string): boolean =>
  pointer === '' ||
  [after, before].some((text) => text !== null && speaksOf(JSON.parse(text) as Json, pointer))

const speaksOf = (schema: Json, pointer: string): boolean =>
  valueAt(schema, toSchemaPointer(pointer, schema)) !== undefined || isSomewhereIn(schema, '', pointer)

/** Places under `allOf`, `patternProperties` and the like, and names that are only required. */
const isSomewhereIn = (node: Json, schemaPointer: string, pointer: string): boolean => {
  if (typeof node !== 'object' || node === null) return false
  const place = toMessagePointer(schemaPointer)
  if (place === pointer) return true
  if (place !== null && requires(node, place, pointer)) return true
  return Object.entries(node).some(([name, child]) =>
    isSomewhereIn(child as Json, childPointer(schemaPointer, name), pointer),
  )
}

const requires = (node: Json, place: string, pointer: string): boolean => {
  if (!isJsonObject(node) || !Array.isArray(node.required)) return false
  const name = pointerSegments(pointer).at(-1)
  return name !== undefined && childPointer(place, name) === pointer && node.required.includes(name)
}
