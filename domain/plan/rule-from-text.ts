import { plainJson, type SchemaRefusal, schemaBounds } from './parse-schema'
import { readJson } from './read-json'
import type { Rule, RuleId } from './rule'
import { schemaHash } from './rule-hash'

export type RuleReading =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly refusal: SchemaRefusal }

/** A rule from its identity and the text of its schema as it was received. */
export const ruleFromText = ({ type, key, version }: RuleId, schemaText: string): RuleReading => {
  const reading = readJson(schemaText, schemaBounds)
  if (!reading.ok) return reading
  const schema = reading.value
  return {
    ok: true,
    rule: { type, key, version, schemaText, jsonSchema: plainJson(schema), hash: schemaHash(schema) },
  }
}
