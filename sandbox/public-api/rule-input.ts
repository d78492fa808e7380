import { invalidInput } from '@/sandbox/public-api/segment-error'
import { isObject, type Json } from '@/sandbox/world/json'
import { type RuleIdentity, type RuleType, ruleTypes } from '@/sandbox/world/rule'

export const mostRulesPerCall = 200

export type RuleInput = RuleIdentity & { jsonSchema: Json; newKey?: string }

const hasKey = (type: RuleType) => type === 'TRACK' || type === 'PAGE' || type === 'SCREEN'

const identityOf = (rule: unknown, at: string): RuleIdentity => {
  if (!isObject(rule)) throw invalidInput(`"${at}" must be of type object`, at)
  const type = ruleTypes.find((candidate) => candidate === rule.type)
  if (!type) throw invalidInput(`"${at}.type" must be one of [${ruleTypes.join(', ')}]`, `${at}.type`)
  if (type === 'TRACK' && (typeof rule.key !== 'string' || rule.key === ''))
    throw invalidInput(`"${at}.key" is required`, `${at}.key`)
  // A missing version is filled in, as Segment does.
  const version = rule.version === undefined ? 1 : Number(rule.version)
  if (!Number.isInteger(version) || version < 1)
    throw invalidInput(`"${at}.version" must be a positive number`, `${at}.version`)
  const key = hasKey(type) && typeof rule.key === 'string' && rule.key !== '' ? rule.key : undefined
  return { type, ...(key !== undefined && { key }), version }
}

// Segment fills in `context` and `traits`; it checks nothing else, so an invalid schema is stored as it was sent.
const filledIn = (schema: Json, type: RuleType): Json => {
  if (type === 'COMMON' || !isObject(schema) || !isObject(schema.properties)) return schema
  return { ...schema, properties: { context: {}, traits: {}, ...schema.properties } }
}

const listOfRules = (rules: unknown): unknown[] => {
  if (!Array.isArray(rules)) throw invalidInput('"rules" must be an array', 'rules')
  if (rules.length > mostRulesPerCall)
    throw invalidInput(`"rules" must contain less than or equal to ${mostRulesPerCall} items`, 'rules')
  return rules
}

/** Rules to write (RuleInputV1, UpsertRuleV1). Throws 422 naming the field. */
export const readRules = (rules: unknown): RuleInput[] =>
  listOfRules(rules).map((rule, index) => {
    const at = `rules[${index}]`
    const identity = identityOf(rule, at)
    if (!isObject(rule) || rule.jsonSchema === undefined)
      throw invalidInput(`"${at}.jsonSchema" is required`, `${at}.jsonSchema`)
    const newKey = typeof rule.newKey === 'string' && rule.newKey !== '' ? rule.newKey : undefined
    return {
      ...identity,
      jsonSchema: filledIn(rule.jsonSchema, identity.type),
      ...(newKey !== undefined && { newKey }),
    }
  })

/** Rules to remove (RemoveRuleV1). */
export const readIdentities = (rules: unknown): RuleIdentity[] =>
  listOfRules(rules).map((rule, index) => identityOf(rule, `rules[${index}]`))
