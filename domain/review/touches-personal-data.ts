import { isFlag } from '../lint/is-flag'
import type { Edit } from '../plan/edit'
import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { parseSchema } from '../plan/parse-schema'
import { isMarkedPersonal, isPersonalFormat, isPersonalName } from '../plan/personal-data'
import { childPointer } from '../plan/schema-pointer'

/**
 * Whether an edit adds, removes or changes a property with personal data: one that is named so, has such a format, or
 * is marked. Other words in its description change nothing; a renamed event keeps its data.
 */
export const touchesPersonalData = ({ before, after }: Edit): boolean => {
  const [then, now] = [placesOf(before), placesOf(after)]
  return then.size !== now.size || [...then].some(([place, node]) => now.get(place) !== node)
}

const placesOf = (text: string | null): ReadonlyMap<string, string> => {
  const places = new Map<string, string>()
  const parsing = text === null ? null : parseSchema(text)
  if (parsing?.ok) collect(parsing.value, '', places)
  return places
}

/** By place in the schema: what stands there, and whether it is required. */
const collect = (schema: Json, pointer: string, places: Map<string, string>): void => {
  if (typeof schema !== 'object' || schema === null) return
  for (const [name, part] of Object.entries(schema as Readonly<Record<string, Json>>)) {
    const place = childPointer(pointer, name)
    collect(part, place, places)
    if (name !== 'properties' || !isJsonObject(part) || !isJsonObject(schema)) continue
    for (const [property, node] of Object.entries(part))
      if (isJsonObject(node) && isPersonal(property, node))
        places.set(
          childPointer(place, property),
          JSON.stringify([isRequired(schema, property), withoutWords(node)]),
        )
  }
}

const isPersonal = (name: string, node: JsonObject): boolean =>
  (isPersonalName(name) && !isFlag(node)) || isPersonalFormat(node.format) || isMarkedPersonal(node)

const isRequired = ({ required }: JsonObject, name: string): boolean =>
  Array.isArray(required) && required.includes(name)

/** Members in order of name, so that a schema laid out anew has not changed. */
const withoutWords = (node: JsonObject): readonly (readonly [string, Json])[] =>
  Object.entries(node)
    .filter(([keyword]) => keyword !== 'description' && keyword !== 'title')
    .sort(([a], [b]) => (a < b ? -1 : 1))
