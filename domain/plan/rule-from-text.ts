import type { Json } from './json'
import { plainJson, type SchemaRefusal, schemaBounds } from './parse-schema'
import { readJson } from './read-json'
import type { Rule, RuleId } from './rule'
import { ruleHash } from './rule-hash'

export type RuleReading =
  | { readonly ok: true; readonly rule: Rule }
  | { readonly ok: false; readonly refusal: SchemaRefusal }

/** A rule from its identity and the text of its schema as it was received. */
export const ruleFromText = (id: RuleId, schemaText: string): RuleReading => {
  const reading = readJson(schemaText, schemaBounds)
  if (!reading.ok) return reading
  return { ok: true, rule: ruleOfSchema(id, schemaText, plainJson(reading.value)) }
}

/** The same where the text has been read and found in order. The hash is taken when it is first asked for. */
export const ruleOfSchema = ({ type, key, version }: RuleId, schemaText: string, jsonSchema: Json): Rule => {
  let hash: string | undefined
  return {
    type,
    key,
    version,
    schemaText,
    jsonSchema,
    get hash() {
      hash ??= ruleHash(schemaText)
      return hash
    },
  }
}
