import { isJsonObject, type Json, type JsonObject } from './json'
import { schemaBounds } from './parse-schema'
import { readPlainJson } from './read-plain-json'

/** A plan file as the engine's parser reads it, and the text of the schema of each rule, as it stands in the file. */
export type QuickPlan = {
  readonly file: Json
  readonly schemaTexts: ReadonlyMap<Json, string>
}

/**
 * A file in which the rules are one list and nothing is amiss, in the time that the engine's parser takes and a bit
 * more. Undefined for every other file: malformed ones, and those of typewriter, whose schemas are written anew.
 */
export const readPlanQuickly = (text: string): QuickPlan | undefined => {
  let entries: readonly Json[] = []
  const reading = readPlainJson(text, schemaBounds.depth, (file) => {
    const list = listIn(file)
    if (!list) return undefined
    entries = list.entries
    return { key: 'jsonSchema', depth: list.depth }
  })
  if (!reading || entries.length === 0) return undefined
  const { kept, holders } = reading.scan
  // Something else stands beside the rules at their depth, or has the key twice in other spellings.
  if (holders !== entries.length || kept.size !== entries.length) return undefined
  const schemaTexts = new Map(entries.map((entry, i) => [entry, kept.get(i + 1) ?? '']))
  const isInOrder = entries.every((entry) => {
    const { length } = schemaTexts.get(entry) ?? ''
    return isEntry(entry) && length > 0 && length <= schemaBounds.length
  })
  return isInOrder ? { file: reading.value, schemaTexts } : undefined
}

/** Versions beyond what a number holds are left to the careful reader, and so are the schemas of typewriter. */
const isEntry = (entry: Json): entry is JsonObject =>
  isJsonObject(entry) &&
  (entry.version === undefined || Number.isSafeInteger(entry.version)) &&
  !(isJsonObject(entry.jsonSchema) && Object.hasOwn(entry.jsonSchema, 'eventMetadata'))

/** Where the rules of a file are, and how deep each of them stands. */
const listIn = (file: Json): { readonly entries: readonly Json[]; readonly depth: number } | undefined => {
  if (Array.isArray(file)) return { entries: file, depth: 2 }
  if (!isJsonObject(file)) return undefined
  if (Array.isArray(file.rules)) return { entries: file.rules, depth: 3 }
  const { data } = file
  return isJsonObject(data) && Array.isArray(data.rules) ? { entries: data.rules, depth: 4 } : undefined
}
