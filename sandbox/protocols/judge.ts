import { chooseRule } from '@/sandbox/protocols/choose-rule'
import { type Enforcement, enforcementFor } from '@/sandbox/protocols/enforcement'
import { unplannedIn } from '@/sandbox/protocols/unplanned'
import type { Violation } from '@/sandbox/protocols/violation'
import { type Located, violationsOf } from '@/sandbox/protocols/violations-of'
import { withoutPlaces } from '@/sandbox/protocols/without-places'
import { eventNameOf, type Message } from '@/sandbox/tracking-api/message'
import { isObject } from '@/sandbox/world/json'
import type { Rule } from '@/sandbox/world/rule'
import type { SchemaSettings } from '@/sandbox/world/source'

export type DiscardReason =
  | 'unplanned'
  | 'schema_violation'
  | 'unplanned_and_schema_violation'
  | 'common_schema_violation'

export type Judgement = {
  /** What is left of the message. */
  message: Message
  violations: Violation[]
  unplanned: Violation[]
  omitted: string[]
  omittedOnViolation: string[]
  blocked: DiscardReason | null
}

const bodyName = (type: Message['type']) =>
  type === 'identify' || type === 'group' ? 'traits' : 'properties'

const unplannedNames = (rule: Rule, message: Message): string[][] => {
  const name = bodyName(message.type)
  const schema = isObject(rule.jsonSchema) ? rule.jsonSchema.properties : undefined
  const planned = isObject(schema) ? schema[name] : undefined
  return unplannedIn(planned, message[name], [name])
}

const dotted = (steps: string[]) => steps.join('.')

// Only what is in the message, and below its top level, can be left out.
const removable = (located: Located[]) =>
  located.map(({ steps }) => steps).filter((steps) => steps.length > 1)

const blockedByRule = (
  how: Enforcement,
  violations: Located[],
  unplanned: string[][],
): DiscardReason | null => {
  if (!how.blockOnViolation || violations.length === 0) return null
  return unplanned.length > 0 ? 'unplanned_and_schema_violation' : 'schema_violation'
}

const unplannedEvent = (message: Message): Violation => {
  const name = eventNameOf(message) ?? ''
  return { type: 'Unplanned Event', field: '(root)', description: `Event "${name}" is not planned` }
}

const unplannedProperty = (steps: string[]): Violation => ({
  type: 'Unplanned Property',
  field: dotted(steps),
  description: `${dotted(steps)} is not planned`,
})

/**
 * Judges a call in Segment's order: rule and version, unplanned event, unplanned names, the rule's schema; what the
 * source's settings leave of it goes to the common rule. A blocked call is not judged further.
 */
export const judge = (message: Message, rules: Rule[], settings: SchemaSettings): Judgement => {
  const how = enforcementFor(message.type, settings)
  const rule = chooseRule(rules, message)
  const isUnplanned = rule === null && message.type === 'track'
  const unplanned = rule ? unplannedNames(rule, message) : []
  const found = rule ? violationsOf(rule, message) : []
  const blocked = isUnplanned && how.blockUnplannedEvents ? 'unplanned' : blockedByRule(how, found, unplanned)

  const onViolation = how.omitOnViolation ? removable(found) : []
  const omitted = how.omitUnplannedNames ? unplanned : []
  const left = withoutPlaces(message, [...omitted, ...onViolation])
  const first = {
    message: left,
    violations: found.map(({ violation }) => violation),
    unplanned: isUnplanned ? [unplannedEvent(message)] : unplanned.map(unplannedProperty),
    omitted: omitted.map(dotted),
    omittedOnViolation: onViolation.map(dotted),
    blocked,
  }
  const common = rules.find(({ type }) => type === 'COMMON')
  return blocked !== null || !common ? first : judgeByCommonRule(first, common, how)
}

const judgeByCommonRule = (first: Judgement, common: Rule, how: Enforcement): Judgement => {
  const found = violationsOf(common, first.message)
  const leftOut = how.onCommonViolation === 'omit' ? removable(found) : []
  return {
    ...first,
    message: withoutPlaces(first.message, leftOut),
    violations: [...first.violations, ...found.map(({ violation }) => violation)],
    omittedOnViolation: [...first.omittedOnViolation, ...leftOut.map(dotted)],
    blocked: found.length > 0 && how.onCommonViolation === 'block' ? 'common_schema_violation' : null,
  }
}
