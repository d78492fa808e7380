import { type ExactJson, type ExactObject, isExactObject } from './exact-json'
import type { Json } from './json'
import { printJson } from './print-json'
import type { SourceOf } from './read-json'
import type { RuleId } from './rule'
import { checkRuleId, isRuleType, ruleName } from './rule-id'

/** What one entry of a plan file gave: a rule, or none, and what could not be expressed. */
export type ReadRule = {
  readonly rule: {
    readonly id: RuleId
    readonly schemaText: string
    /** The schema of that text where it has been read already and found in order. */
    readonly jsonSchema?: Json
  } | null
  readonly notes: readonly string[]
}

/** Set by Segment, never by people; they say nothing about the plan. */
const known = new Set([
  'type',
  'key',
  'version',
  'jsonSchema',
  'createdAt',
  'updatedAt',
  'deprecatedAt',
  'hash',
  'since',
])

/**
 * One entry of a list of rules as the Public API gives it; the schema keeps the text that it was written with.
 * `isTypewriter`: it describes the properties only, and is written anew around them. `isPlain`: the schema is what
 * `JSON.parse` gives, and in order.
 */
export const readRule = (
  item: ExactJson,
  position: number,
  isTypewriter: boolean,
  sourceOf: SourceOf,
  isPlain = false,
): ReadRule => {
  const place = `Entry ${position + 1}`
  if (!isExactObject(item)) return leftOut(`${place} is no rule and was left out.`)
  const { type, key = null, version = 1, jsonSchema } = item
  if (!isRuleType(type)) return leftOut(`${place} has no known type and was left out.`)
  if ((key !== null && typeof key !== 'string') || typeof version !== 'number')
    return leftOut(`${place} has a key or version that no rule can have and was left out.`)
  // Some exports write an empty key where the type has none.
  const id: RuleId = { type, key: key === '' ? null : key, version }
  const problem = checkRuleId(id)
  if (problem) return leftOut(`${place} (${shown(ruleName(id))}) was left out: ${problem}.`)
  if (jsonSchema === undefined) return leftOut(`${ruleName(id)} has no schema and was left out.`)
  const extra = Object.keys(item).filter((field) => !known.has(field))
  const notes = extra.map((field) => `${JSON.stringify(field)} of ${ruleName(id)} is not part of a rule.`)
  const deprecated = item.deprecatedAt
  if (typeof deprecated === 'string' && !deprecated.startsWith('0001-'))
    notes.push(`${ruleName(id)} is marked deprecated; Segment's API cannot set that.`)
  if (isTypewriter && isExactObject(jsonSchema))
    return { rule: { id, schemaText: printJson(wholeEvent(jsonSchema)) }, notes }
  const schemaText = sourceOf(item, 'jsonSchema') ?? printJson(jsonSchema)
  return { rule: { id, schemaText, ...(isPlain && { jsonSchema: jsonSchema as Json }) }, notes }
}

export const leftOut = (note: string): ReadRule => ({ rule: null, notes: [note] })

/** Keywords that describe the event; all others describe its properties. */
const ofEvent = new Set(['$schema', 'description', 'labels', 'title', 'type'])

/** Typewriter lifts the properties to the schema's root and adds `eventMetadata`; this puts them back. */
const wholeEvent = (saved: ExactObject): ExactObject => {
  const { eventMetadata: _own, ...schema } = saved
  const entries = Object.entries(schema)
  const properties = Object.fromEntries([
    ['type', 'object'],
    ...entries.filter(([keyword]) => !ofEvent.has(keyword)),
  ])
  return {
    ...Object.fromEntries(entries.filter(([keyword]) => ofEvent.has(keyword))),
    type: 'object',
    properties: { context: {}, traits: {}, properties },
    required: ['properties'],
  }
}

const mostShown = 80

/** A name as a message shows it. */
const shown = (name: string): string =>
  name.length > mostShown ? `${name.slice(0, mostShown).toWellFormed()}…` : name
