import type { ExactJson } from '../plan/exact-json'
import { schemaBounds } from '../plan/parse-schema'
import { readJson } from '../plan/read-json'
import type { Rule } from '../plan/rule'

/** A rule's schema from its text, so that numbers beyond 2^53 are compared as they were written. */
export const schemaOf = ({ schemaText, jsonSchema }: Rule): ExactJson => {
  const reading = readJson(schemaText, schemaBounds)
  return reading.ok ? reading.value : jsonSchema
}
