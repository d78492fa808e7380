import { type Fields, type Node, object } from '@/sandbox/content/node'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import { neverDeprecated, type Rule, type RuleType } from '@/sandbox/world/rule'

export type RuleDraft = { type: RuleType; key?: string; version: number; jsonSchema: JsonObject }
type More = { labels?: Record<string, string>; version?: number; isFromUi?: boolean }

const draft07 = 'http://json-schema.org/draft-07/schema#'

const wholeMessage = (description: string, properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  $schema: draft07,
  type: 'object',
  description,
  ...more,
  properties,
})

/** Rules made in Segment's editor have one-element type arrays, rules made by API keep the scalar. */
export const asMadeInUi = (node: Json): Json => {
  if (!isObject(node)) return node
  const entries = Object.entries(node).map(([keyword, value]): [string, Json] => {
    if (keyword === 'type' && typeof value === 'string') return [keyword, [value]]
    if (keyword === 'items') return [keyword, asMadeInUi(value)]
    if (keyword !== 'properties' || !isObject(value)) return [keyword, value]
    return [
      keyword,
      Object.fromEntries(Object.entries(value).map(([name, child]) => [name, asMadeInUi(child)])),
    ]
  })
  return Object.fromEntries(entries)
}

const named =
  (type: RuleType) =>
  (
    key: string,
    description: string,
    fields: Fields,
    { labels, version = 1, isFromUi }: More = {},
  ): RuleDraft => {
    const properties: Node = object(fields)
    return {
      type,
      key,
      version,
      jsonSchema: wholeMessage(
        description,
        { context: {}, traits: {}, properties: isFromUi ? asMadeInUi(properties) : properties },
        { ...(labels && { labels }), required: ['properties'] },
      ),
    }
  }

export const event = named('TRACK')
export const page = named('PAGE')
export const screen = named('SCREEN')

/** A rule over the traits of identify or group calls; these have no top-level `required`. */
export const traits = (type: 'IDENTIFY' | 'GROUP', description: string, fields: Fields): RuleDraft => ({
  type,
  version: 1,
  jsonSchema: wholeMessage(description, { context: {}, properties: {}, traits: object(fields) }),
})

/** The rule over the whole payload of every call. */
export const common = (description: string, properties: JsonObject, required: string[]): RuleDraft => ({
  type: 'COMMON',
  version: 1,
  jsonSchema: wholeMessage(description, properties, { required }),
})

/** Labels all rules of one team. */
export const ownedBy = (team: string, rules: RuleDraft[]): RuleDraft[] =>
  rules.map((rule) => {
    const labels = isObject(rule.jsonSchema.labels) ? rule.jsonSchema.labels : {}
    return { ...rule, jsonSchema: { ...rule.jsonSchema, labels: { team, ...labels } } }
  })

export const ruleFrom = (draft: RuleDraft, at: string): Rule => ({
  ...draft,
  createdAt: at,
  updatedAt: at,
  deprecatedAt: neverDeprecated,
})
