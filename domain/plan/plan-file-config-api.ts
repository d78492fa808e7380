import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import { leftOut, type ReadRule } from './plan-file-rule'
import { printJson } from './print-json'
import type { SourceOf } from './read-json'
import type { RuleType } from './rule'

/**
 * Segment's former Config API: events in a list with their schema under `rules` and their description beside it,
 * `global` for what is COMMON today, traits either as one schema or as a list of named ones.
 */
export const readConfigApiPlan = (plan: ExactObject, sourceOf: SourceOf): readonly ReadRule[] => [
  ...listOf(plan.events).map((event, position) => readEvent(event, position, sourceOf)),
  ...single(plan, 'global', 'COMMON', sourceOf),
  ...traits(plan, 'identify', 'IDENTIFY', sourceOf),
  ...traits(plan, 'group', 'GROUP', sourceOf),
  ...Object.keys(plan)
    .filter((key) => !knownKeys.has(key))
    .map((key) => leftOut(`${JSON.stringify(key)} has no place in a plan and was left out.`)),
]

const knownKeys = new Set(['events', 'global', 'identify', 'group', 'identify_traits', 'group_traits'])

/** The members that hold whole schemas. */
export const configApiSchemaKeys = ['rules', 'global', 'identify', 'group'] as const

const readEvent = (event: ExactJson, position: number, sourceOf: SourceOf): ReadRule => {
  if (!isExactObject(event) || typeof event.name !== 'string' || event.name === '')
    return leftOut(`Event ${position + 1} has no name and was left out.`)
  const { name, description, version = 1, rules = {} } = event
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return leftOut(`${name} has a version that no rule can have and was left out.`)
  const schema = isExactObject(rules) ? withDescription(rules, description) : rules
  // Only what had to be moved is written anew.
  const source = schema === rules ? sourceOf(event, 'rules') : undefined
  return {
    rule: { id: { type: 'TRACK', key: name, version }, schemaText: source ?? printJson(schema) },
    notes: [],
  }
}

const single = (plan: ExactObject, key: string, type: RuleType, sourceOf: SourceOf): ReadRule[] => {
  const schema = plan[key]
  if (schema === undefined || schema === null || (isExactObject(schema) && Object.keys(schema).length === 0))
    return []
  const schemaText = sourceOf(plan, key) ?? printJson(schema)
  return [{ rule: { id: { type, key: null, version: 1 }, schemaText }, notes: [] }]
}

const traits = (
  plan: ExactObject,
  key: 'identify' | 'group',
  type: RuleType,
  sourceOf: SourceOf,
): ReadRule[] => {
  const named = listOf(plan[`${key}_traits`]).filter(isExactObject)
  const whole = single(plan, key, type, sourceOf)
  if (named.length === 0) return whole
  if (whole.length > 0) return [...whole, leftOut(`"${key}_traits" stands beside "${key}", which was taken.`)]
  const properties = Object.fromEntries(
    named.flatMap((trait): [string, ExactJson][] =>
      typeof trait.name === 'string' ? [[trait.name, traitSchema(trait)]] : [],
    ),
  )
  const required = named.filter((trait) => trait.required === true).flatMap(({ name }) => name ?? [])
  const schema: ExactObject = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: { traits: { type: 'object', properties, ...(required.length > 0 ? { required } : {}) } },
  }
  return [{ rule: { id: { type, key: null, version: 1 }, schemaText: printJson(schema) }, notes: [] }]
}

/** A trait carries its schema under `rules`, or is one itself beside its name. */
const traitSchema = (trait: ExactObject): ExactJson => {
  const { name: _name, required: _required, rules, ...rest } = trait
  if (rules === undefined) return rest
  return isExactObject(rules) ? withDescription(rules, trait.description) : rules
}

/** The description stood beside the schema, and stands inside it today. */
const withDescription = (schema: ExactObject, description: ExactJson | undefined): ExactObject =>
  typeof description === 'string' && description !== '' && !Object.hasOwn(schema, 'description')
    ? { ...schema, description }
    : schema

const listOf = (value: ExactJson | undefined): readonly ExactJson[] => (isExactArray(value) ? value : [])
