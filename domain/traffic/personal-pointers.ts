import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { isMarkedPersonal, isPersonalFormat, isPersonalName } from '../plan/personal-data'
import { childPointer } from '../plan/schema-pointer'

/**
 * Where a rule says that personal data stands: pointers into the message, array indices as `*`, of properties that are
 * marked so by a label or their description, have such a format, or bear such a name.
 */
export const personalPointers = (schema: Json): readonly string[] => {
  const found = new Set<string>()
  collect(schema, '', found, 0)
  return [...found]
}

const inPlace = ['allOf', 'anyOf', 'oneOf'] as const
const conditional = ['if', 'then', 'else'] as const
const deepest = 32

const collect = (schema: Json | undefined, pointer: string, found: Set<string>, depth: number): void => {
  if (!isJsonObject(schema) || depth > deepest) return
  // A rule or a section that speaks of personal data does not say where it stands.
  if (depth > 1 && isPersonal(schema)) found.add(pointer)
  if (isJsonObject(schema.properties))
    for (const [name, part] of Object.entries(schema.properties)) {
      const place = childPointer(pointer, name)
      if (depth > 0 && isPersonalName(name)) found.add(place)
      collect(part, place, found, depth + 1)
    }
  collect(schema.items, `${pointer}/*`, found, depth + 1)
  for (const keyword of inPlace) {
    const branches = schema[keyword]
    if (Array.isArray(branches)) for (const branch of branches) collect(branch, pointer, found, depth + 1)
  }
  for (const keyword of conditional) collect(schema[keyword], pointer, found, depth + 1)
}

const isPersonal = (schema: JsonObject): boolean =>
  isPersonalFormat(schema.format) || isMarkedPersonal(schema)
