import type { Rule, RuleId } from '../plan/rule'
import type { PlannedProperty } from './planned-properties'

export const severities = ['error', 'warning', 'info'] as const

export type Severity = (typeof severities)[number]

/** A plan as lint rules look at it: worked out once for all of them. */
export type LintedPlan = {
  readonly rules: readonly Rule[]
  /** Of the track rules, since names and styles are theirs. */
  readonly events: readonly (Rule & { readonly key: string })[]
  readonly properties: readonly PlannedProperty[]
}

export type RawFinding = {
  readonly rule?: RuleId
  /** The place in the message. */
  readonly pointer?: string
  readonly message: string
  /** What a certain fix does; absent where a person has to decide. */
  readonly fix?: { readonly what: string }
}

/** One thing that is worth finding in a plan. The severity stands outside the check, so that a plan may set its own. */
export type LintRule = {
  readonly id: string
  readonly title: string
  /** Why it hurts, for the person who has to do something about it. */
  readonly why: string
  readonly severity: Severity
  readonly check: (plan: LintedPlan) => readonly RawFinding[]
}
