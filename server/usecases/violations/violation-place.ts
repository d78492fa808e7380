import type { Json } from '@/domain/plan/json'
import { toSchemaPointer, valueAt } from '@/domain/plan/schema-pointer'
import { maskPlace } from '@/domain/traffic/mask/mask-place'
import { maskName } from '@/domain/traffic/mask/mask-value'
import { violationFingerprint } from '@/domain/violations/fingerprint'
import { type Occurrence, ruleTypeOfCall } from '@/domain/violations/occurrence'
import { ruleOfCall } from '@/domain/violations/rule-of-call'
import { violationPointer } from '@/domain/violations/violation-pointer'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Occurrence as PlacedOccurrence } from '@/server/ports/violation-store'

/** What of an occurrence its plan and its words decide, whichever call it was. */
export type ViolationPlace = Pick<
  PlacedOccurrence,
  | 'fingerprint'
  | 'planId'
  | 'ruleType'
  | 'ruleKey'
  | 'ruleVersion'
  | 'pointer'
  | 'schemaPointer'
  | 'type'
  | 'message'
>

/** What `violationPlace` reads of an occurrence. */
export type ViolationWords = Pick<Occurrence, 'callType' | 'event' | 'field' | 'pointer' | 'type' | 'message'>

/** @param rules those that may judge the call */
export const violationPlace = (
  words: ViolationWords,
  planId: string,
  rules: readonly StoredRule[],
): ViolationPlace => {
  const { callType, type } = words
  const rule = ruleOfCall(rules, words)
  const found = violationPointer(words, rule?.jsonSchema ?? null)
  const schemaPointer = rule === null ? null : plannedAt(rule.jsonSchema, found)
  const { pointer, message } =
    schemaPointer !== null || type === 'required'
      ? { pointer: found, message: words.message }
      : maskPlace({ pointer: found, message: words.message, field: words.field }, rule?.jsonSchema ?? null)
  // A name that the plan does not hold may be what people typed.
  const isNamed = rule !== null && rule.key !== null
  const event = words.event === null || isNamed ? words.event : maskName(words.event)
  return {
    fingerprint: violationFingerprint({ plan: planId, callType, event, pointer, type }),
    planId,
    ruleType: ruleTypeOfCall[callType],
    ruleKey: event,
    ruleVersion: rule?.version ?? null,
    pointer,
    schemaPointer,
    type,
    message,
  }
}

/** The place in the rule that judges a place in the message; null where the plan says nothing of it. */
const plannedAt = (schema: Json, pointer: string): string | null => {
  const schemaPointer = toSchemaPointer(pointer, schema)
  return valueAt(schema, schemaPointer) === undefined ? null : schemaPointer
}
