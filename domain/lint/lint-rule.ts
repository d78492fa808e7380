import type { Rule, RuleId } from '../plan/rule'
import type { LintedPlan } from './linted-plan'
import type { LintedRule } from './linted-rule'
import type { Severity } from './severity'
import type { LintRuleId } from './usual-severities'

/** A certain fix: a sentence on what it does, and JSON pointers to the places in the rule's schema that it changes. */
export type Fix = { readonly what: string; readonly at: readonly string[] }

/** `pointer` is the place in the message; a finding without one is about the rule of the plan as a whole. */
type At = { readonly rule: RuleId; readonly pointer?: string | undefined }

export type Finding = At & {
  readonly id: LintRuleId
  readonly severity: Severity
  readonly message: string
  /** Absent where a person has to decide. */
  readonly fix?: Fix | undefined
}

/** Makes a finding of the rule that looks. The message is a sentence or two, for people, that say what to do. */
export type Found = (at: At, message: string, fix?: Fix) => Finding

/**
 * One thing that is worth finding in a plan. How bad it is stands outside the rule (`usualSeverities`), so that a plan
 * may set its own. Ids are public and never renamed.
 */
export type LintRule = {
  readonly id: LintRuleId
  readonly title: string
  /** Why it hurts, for the person who has to do something about it. */
  readonly why: string
  /** For what shows only when the rules of a plan are compared. */
  readonly check?: (plan: LintedPlan, found: Found) => readonly Finding[]
  /** For what shows in each rule by itself: made anew for every plan, so that it may remember what it has seen. */
  readonly checkEach?: () => (rule: LintedRule, found: Found) => readonly Finding[]
  /** The rule of the plan with one certain fix carried out; absent where only people can fix it. */
  readonly fix?: (rule: Rule, fix: Fix) => Rule
}
