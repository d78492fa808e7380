import type { Json } from './json'

export const ruleTypes = ['TRACK', 'IDENTIFY', 'GROUP', 'PAGE', 'SCREEN', 'COMMON'] as const

/** The kind of call that a rule judges. The words are Segment's. */
export type RuleType = (typeof ruleTypes)[number]

/** What identifies a rule in a plan. `key` is null for COMMON, IDENTIFY and GROUP. */
export type RuleId = {
  readonly type: RuleType
  readonly key: string | null
  readonly version: number
}

/**
 * One rule as it was received: `schemaText` is the JSON text of the schema as Segment or a person wrote it,
 * `jsonSchema` the same parsed, `hash` the SHA-256 (hex) of its canonical form.
 */
export type Rule = RuleId & {
  readonly schemaText: string
  readonly jsonSchema: Json
  readonly hash: string
}
