import { isJsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import type { ViolationType } from '../plan/violation-types'
import { compilePlan } from '../validation/compile-plan'
import type { CallOccurrence } from '../validation/occurrences-of-errors'
import { rulesByCall } from '../validation/planned-call'
import { foldedPointer } from './folded-pointer'
import { hangsOnMasked } from './hangs-on-masked'
import type { Outcome } from './outcome'
import type { ReplayedCall } from './replayed-call'
import { valuesJudgedAt } from './values-judged'

/** What a proposal does to one constraint that the call breaks before or after it. */
export type ConstraintOutcome = 'still' | 'fixed' | 'broken' | 'uncertain'

export type JudgedConstraint = {
  /** Null for an event that no rule plans. */
  readonly rule: RuleId | null
  readonly pointer: string
  readonly type: ViolationType
  readonly message: string
  readonly outcome: ConstraintOutcome
}

export type JudgedCall = {
  readonly outcome: Outcome
  /** The rule that judges the call after the proposal, else before it; null where none does. */
  readonly rule: RuleId | null
  readonly constraints: readonly JudgedConstraint[]
}

export type Side = 'base' | 'proposal'

/** A rule that could not be made ready to judge. */
export type NotJudged = { readonly side: Side; readonly rule: RuleId; readonly reason: string }

type Sent = Pick<ReplayedCall, 'call' | 'masked' | 'settings'>

export type JudgeTwice = {
  readonly judge: (call: Sent) => JudgedCall
  /** Those that were met so far. */
  readonly notJudged: readonly NotJudged[]
}

/** Judges calls by the rules of the base and by those of the proposal, as each call's source enforces them. Each rule is compiled once, when first met. */
export const judgeTwice = (base: readonly Rule[], proposal: readonly Rule[]): JudgeTwice => {
  const notJudged: NotJudged[] = []
  const sideOf = (side: Side, rules: readonly Rule[]) => {
    const unjudged = new Set<string>()
    const plan = compilePlan(rules, {
      onNotJudged: (rule, reason) => {
        unjudged.add(ruleKey(rule))
        notJudged.push({ side, rule, reason })
      },
    })
    const { ruleOf, common } = rulesByCall(rules)
    const canJudge = (rule: Rule | null) => rule === null || !unjudged.has(ruleKey(rule))
    return {
      common,
      judge: ({ call, masked, settings }: Sent) => {
        const occurrences = plan.validate(call, settings)
        const rule = isJsonObject(call) ? ruleOf(call) : null
        return { rule, occurrences, isJudged: canJudge(rule) && canJudge(common), masked }
      },
    }
  }
  const [before, after] = [sideOf('base', base), sideOf('proposal', proposal)]
  const asksOtherwise = askedOtherwise()
  return {
    notJudged,
    judge: (call) => {
      const [was, is] = [before.judge(call), after.judge(call)]
      const judging = is.rule ?? was.rule
      const rule = judging === null ? null : ruleIdOf(judging)
      if (was.isJudged && is.isJudged && call.masked.length === 0) {
        if (was.occurrences.length === 0 && is.occurrences.length === 0)
          return { outcome: 'stillValid', rule, constraints: none }
        return judged(rule, was.occurrences, is.occurrences, () => false, false)
      }
      const masked = call.masked.map((pointer) => foldedPointer(call.call, pointer))
      const otherwise = masked.some(
        (pointer) =>
          asksOtherwise(was.rule, is.rule, pointer) || asksOtherwise(before.common, after.common, pointer),
      )
      const unsure = otherwise || !was.isJudged || !is.isJudged
      const hangs = hangsOnMasked(masked)
      const isOwn = (occurrence: CallOccurrence) => occurrence.rule?.type !== 'COMMON'
      // What is taken away before the common rule looks may hang on a masked value, and then what that rule says does.
      const unsureWhatIsLeft =
        call.settings !== undefined &&
        [...was.occurrences, ...is.occurrences].some((occurrence) => isOwn(occurrence) && hangs(occurrence))
      const depends = (occurrence: CallOccurrence) =>
        hangs(occurrence) || (unsureWhatIsLeft && !isOwn(occurrence))
      return judged(rule, was.occurrences, is.occurrences, depends, unsure)
    },
  }
}

const none: readonly JudgedConstraint[] = []

/** `unsure`: a side on which nothing firm is broken may still refuse the call as it was sent. */
const judged = (
  rule: RuleId | null,
  before: readonly CallOccurrence[],
  after: readonly CallOccurrence[],
  hangs: (occurrence: CallOccurrence) => boolean,
  unsure: boolean,
): JudgedCall => {
  const constraints = constraintsOf(before, after, hangs)
  const [was, is] = [verdictOf(before, hangs, unsure), verdictOf(after, hangs, unsure)]
  return { outcome: outcomeOf(was, is), rule, constraints }
}

type SideVerdict = 'valid' | 'invalid' | 'unknown'

const verdictOf = (
  occurrences: readonly CallOccurrence[],
  hangs: (occurrence: CallOccurrence) => boolean,
  unsure: boolean,
): SideVerdict => {
  if (occurrences.some((occurrence) => !hangs(occurrence))) return 'invalid'
  return unsure || occurrences.length > 0 ? 'unknown' : 'valid'
}

const outcomeOf = (was: SideVerdict, is: SideVerdict): Outcome => {
  if (was === 'unknown' || is === 'unknown') return 'uncertain'
  if (was === is) return was === 'valid' ? 'stillValid' : 'stillInvalid'
  return was === 'valid' ? 'broken' : 'fixed'
}

/** One constraint is the same on both sides whichever version of the rule tells it. */
const constraintsOf = (
  before: readonly CallOccurrence[],
  after: readonly CallOccurrence[],
  hangs: (occurrence: CallOccurrence) => boolean,
): readonly JudgedConstraint[] => {
  const was = new Map(before.map((occurrence) => [keyOf(occurrence), occurrence]))
  const is = new Map(after.map((occurrence) => [keyOf(occurrence), occurrence]))
  return [...new Map([...was, ...is])].map(([key, occurrence]) => {
    const { rule, pointer, type, message } = occurrence
    const outcome = hangs(occurrence)
      ? 'uncertain'
      : was.has(key) && is.has(key)
        ? 'still'
        : was.has(key)
          ? 'fixed'
          : 'broken'
    return { rule: rule ?? null, pointer, type, message, outcome }
  })
}

const keyOf = ({ rule, pointer, type }: CallOccurrence): string =>
  JSON.stringify([rule?.type, rule?.key, pointer, type])

const askedOtherwise = () => {
  const known = new Map<Rule, Map<string, string>>()
  const asked = (rule: Rule | null, pointer: string): string => {
    if (rule === null) return ''
    const byPointer = known.get(rule) ?? new Map<string, string>()
    known.set(rule, byPointer)
    const text = byPointer.get(pointer) ?? valuesJudgedAt(rule.jsonSchema, pointer)
    if (byPointer.size < mostPlaces) byPointer.set(pointer, text)
    return text
  }
  return (before: Rule | null, after: Rule | null, pointer: string): boolean =>
    before !== after && asked(before, pointer) !== asked(after, pointer)
}

/** Names in calls are anybody's, so what is remembered of them has an end. */
const mostPlaces = 1_000
