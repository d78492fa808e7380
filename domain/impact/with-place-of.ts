import { isJsonObject, type Json } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'

/**
 * The old schema with a single place of the new one put in: the property there, and whether the object around it
 * requires it. Null where the old schema has no such place, or the new one does not plan the property.
 */
export const withPlaceOf = (before: Json, after: Json, schemaPointer: string): Json | null => {
  const segments = pointerSegments(schemaPointer)
  const name = segments.at(-1)
  if (name === undefined || segments.at(-2) !== 'properties') return null
  return put(before, after, segments.slice(0, -2), name)
}

const put = (before: Json, after: Json, way: readonly string[], name: string): Json | null => {
  const [segment, ...rest] = way
  if (segment === undefined) return withProperty(before, after, name)
  const [old, now] = [childOf(before, segment), childOf(after, segment)]
  if (old === undefined || now === undefined) return null
  const child = put(old, now, rest, name)
  if (child === null) return null
  if (Array.isArray(before)) return before.map((item: Json, i) => (i === Number(segment) ? child : item))
  return isJsonObject(before) ? { ...before, [segment]: child } : null
}

const childOf = (value: Json, segment: string): Json | undefined => {
  if (Array.isArray(value)) return value[Number(segment)]
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}

const withProperty = (before: Json, after: Json, name: string): Json | null => {
  if (!isJsonObject(before) || !isJsonObject(after)) return null
  const property = childOf(after.properties ?? null, name)
  if (property === undefined) return null
  const others = isJsonObject(before.properties) ? before.properties : {}
  const required = requiredOf(before).filter((other) => other !== name)
  return {
    ...before,
    properties: { ...others, [name]: property },
    required: requiredOf(after).includes(name) ? [...required, name] : required,
  }
}

const requiredOf = (schema: Json): readonly Json[] => {
  const required = isJsonObject(schema) ? schema.required : undefined
  return Array.isArray(required) ? required : []
}
