import { badRequest } from '@/sandbox/public-api/segment-error'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import { neverDeprecated, type Rule, ruleTypes } from '@/sandbox/world/rule'

const textOr = (value: Json | undefined, otherwise: string) => (typeof value === 'string' ? value : otherwise)

const ruleOf = (given: JsonObject, at: string): Rule => {
  const type = ruleTypes.find((candidate) => candidate === given.type)
  if (!type) throw badRequest(`a rule's "type" must be one of [${ruleTypes.join(', ')}]`)
  return {
    type,
    ...(typeof given.key === 'string' && { key: given.key }),
    jsonSchema: given.jsonSchema ?? {},
    version: typeof given.version === 'number' ? given.version : 1,
    createdAt: textOr(given.createdAt, at),
    updatedAt: textOr(given.updatedAt, at),
    deprecatedAt: textOr(given.deprecatedAt, neverDeprecated),
  }
}

/** Rules as a file holds them, schemas untouched. */
export const readRuleFile = (rules: Json | undefined, at: string): Rule[] => {
  if (!Array.isArray(rules)) throw badRequest('"rules" must be an array')
  return rules.map((rule) => {
    if (!isObject(rule)) throw badRequest('every rule must be an object')
    return ruleOf(rule, at)
  })
}
