import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'

/**
 * The schema with every property that is equal in another schema taken from there, so that it is one object in both
 * and need not be read twice. Says exactly what the schema says.
 */
export const sharingParts = (schema: Json, other: Json): Json => {
  if (!isJsonObject(schema) || !isJsonObject(other)) return schema
  const [own, others] = [schema.properties, other.properties]
  if (!isJsonObject(own) || !isJsonObject(others)) return schema
  const properties: JsonObject = Object.fromEntries(
    Object.entries(own).map(([name, part]) => [
      name,
      Object.hasOwn(others, name) ? sharedProperty(part, others[name] ?? null) : part,
    ]),
  )
  return { ...schema, properties }
}

const sharedProperty = (part: Json, other: Json): Json =>
  jsonEqual(part, other) ? other : sharingParts(part, other)
