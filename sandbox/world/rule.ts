import type { Json } from '@/sandbox/world/json'

export const ruleTypes = ['COMMON', 'GROUP', 'IDENTIFY', 'PAGE', 'SCREEN', 'TRACK'] as const
export type RuleType = (typeof ruleTypes)[number]

/** A rule as Segment's Public API shows it (RuleV1). Never changed in place: a write puts a new object. */
export type Rule = {
  type: RuleType
  key?: string
  jsonSchema: Json
  version: number
  createdAt: string
  updatedAt: string
  deprecatedAt: string
}

export type RuleIdentity = Pick<Rule, 'type' | 'key' | 'version'>

/** Segment writes Go's zero time for "not deprecated". */
export const neverDeprecated = '0001-01-01T00:00:00.000Z'

export const sameRule = (a: RuleIdentity, b: RuleIdentity) =>
  a.type === b.type && (a.key ?? '') === (b.key ?? '') && a.version === b.version
