import type { RuleDraft } from '@/sandbox/content/rule-draft'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'

const at = (schema: Json, path: string[], change: (node: JsonObject) => JsonObject): Json => {
  if (!isObject(schema)) return schema
  const [step, ...rest] = path
  if (step === undefined) return change(schema)
  return { ...schema, [step]: at(schema[step] ?? null, rest, change) }
}

const property = (name: string) => ['properties', 'properties', 'properties', name]

const pointer = (name: string) => `/properties/properties/properties/${name}`

/** What grew in real plans over the years: old keywords, misplaced ones, and types that are none. */
const defects: { key: string; path: string[]; change: (node: JsonObject) => JsonObject }[] = [
  { key: 'Promotion Viewed', path: property('creative'), change: (n) => ({ ...n, id: pointer('creative') }) },
  { key: 'Promotion Viewed', path: property('position'), change: (n) => ({ ...n, id: pointer('position') }) },
  {
    key: 'Experiment Viewed',
    path: property('experiment_name'),
    change: (n) => ({ ...n, isNewProperty: true }),
  },
  { key: 'Question Asked', path: property('product_id'), change: (n) => ({ ...n, required: true }) },
  { key: 'Newsletter Unsubscribed', path: property('reason'), change: (n) => ({ ...n, type: 'any' }) },
  { key: 'Support Ticket Created', path: property('channel'), change: (n) => ({ ...n, type: 'string,' }) },
  {
    key: 'Email Opened',
    path: [],
    change: (n) => ({ ...n, $schema: 'http://json-schema.org/draft-04/schema#' }),
  },
]

export const withDefects = (rules: RuleDraft[]): RuleDraft[] =>
  rules.map((rule) => {
    const jsonSchema = defects
      .filter(({ key }) => key === rule.key)
      .reduce<Json>((schema, { path, change }) => at(schema, path, change), rule.jsonSchema)
    return isObject(jsonSchema) ? { ...rule, jsonSchema } : rule
  })
