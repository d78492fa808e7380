import type { ExactJson } from '../plan/exact-json'
import { schemaBounds } from '../plan/parse-schema'
import { readJson } from '../plan/read-json'
import { hasShortNumbers } from '../plan/read-plain-json'
import type { Rule } from '../plan/rule'

/** A rule's schema so that numbers beyond 2^53 are compared as they were written: from its text if it has some. */
export const schemaOf = ({ schemaText, jsonSchema }: Rule): ExactJson => {
  if (hasShortNumbers(schemaText)) return jsonSchema
  const reading = readJson(schemaText, schemaBounds)
  return reading.ok ? reading.value : jsonSchema
}
