import { isObject, type Json } from '@/sandbox/world/json'

const propertiesOf = (schema: Json | undefined) =>
  isObject(schema) && isObject(schema.properties) ? schema.properties : null

/**
 * The places in `value` that `schema` does not name, as steps below `at`. An object whose schema lists no properties is
 * open, but for the root of properties or traits, where every name must be planned.
 */
export const unplannedIn = (schema: Json | undefined, value: Json | undefined, at: string[]): string[][] => {
  if (Array.isArray(value)) {
    const items = isObject(schema) ? schema.items : undefined
    return value.flatMap((item, index) => unplannedBelow(items, item, [...at, String(index)]))
  }
  if (!isObject(value)) return []
  const planned = propertiesOf(schema) ?? {}
  return Object.entries(value).flatMap(([name, child]) =>
    Object.hasOwn(planned, name) ? unplannedBelow(planned[name], child, [...at, name]) : [[...at, name]],
  )
}

const unplannedBelow = (schema: Json | undefined, value: Json, at: string[]): string[][] =>
  Array.isArray(value) || propertiesOf(schema) ? unplannedIn(schema, value, at) : []
