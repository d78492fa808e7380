import type { JointBreak } from '@/domain/impact/jointly-breaking'
import type { ToldChange } from '@/domain/impact/tell-change'
import type { EditFinding } from '@/domain/lint/lint-edits'
import type { Edit } from '@/domain/plan/edit'
import type { RuleId } from '@/domain/plan/rule'
import type { InferredOutcome } from '@/domain/replay/inferred'
import type { ReportedViolation } from '@/domain/replay/inferred-outcome'
import type { ReplayTally } from '@/domain/replay/replay-tally'
import type { ReplayedCall } from '@/domain/replay/replayed-call'
import type { BreakingCall } from '@/domain/violations/fix/breaking-calls'
import type { BrokenConstraint } from '@/domain/violations/fix/evidence'
import type { Suggestion } from '@/domain/violations/fix/suggestion'

/** A rule as text; what it holds may be hostile. */
export type RuleText = RuleId & { readonly schemaText: string }

/** One rule on all sides of a merge. */
export type MergedTexts = Readonly<Record<'base' | 'ours' | 'theirs' | 'merged', RuleText>>

/** A version of a plan to be looked at. `key` names its content for ever; `rules` is asked only when it is not known yet. */
export type LintedVersion = {
  readonly key: string
  readonly rules: () => Promise<readonly RuleText[]>
}

/** `reason` is a sentence. */
export type LintOutcome =
  | { readonly ok: true; readonly findings: readonly EditFinding[] }
  | { readonly ok: false; readonly reason: string }

/** Rules before and after a proposal: those that the calls in question can be judged by. */
export type ProposedRules = { readonly base: readonly RuleText[]; readonly proposal: readonly RuleText[] }

/** `key` names the rules for ever; they are asked for only when they are not known yet. */
export type Proposal = { readonly key: string; readonly rules: () => Promise<ProposedRules> }

/** A violation with the rules that its event may be judged by, and recorded calls of the event. */
export type FixAsked = {
  readonly constraint: BrokenConstraint
  readonly rules: readonly RuleText[]
  readonly calls: readonly ReplayedCall[]
}

/** A constraint with the rules that its event may be judged by, and recorded calls, of which at most `most` are told. */
export type BreakingAsked = {
  readonly constraint: Pick<BrokenConstraint, 'pointer' | 'type'>
  readonly rules: readonly RuleText[]
  readonly calls: readonly ReplayedCall[]
  readonly most: number
}

/** `reason` is a sentence. */
export type Judged<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: string }

/**
 * Judges schemas that anybody may have written, away from the process that asks: with little memory and little time,
 * and ended when it takes more. Nothing that a schema holds makes a call fail.
 */
export type SchemaJudge = {
  /** Names this build of the rules. What another one said counts no more. */
  readonly engine: string
  /**
   * What changed in one rule, judged, with witnesses; null for a rule that is not there. Senders are `unknown`, with
   * the reason, where the comparison took more than about a second or 256 MB. Rejects only when `signal` fires.
   */
  readonly explain: (
    before: RuleText | null,
    after: RuleText | null,
    signal?: AbortSignal,
  ) => Promise<readonly ToldChange[]>
  /**
   * Whether two edits of one rule, each proved safe by itself, refuse something together; null where they do not, or
   * where it could not be established. Rejects only when `signal` fires.
   */
  readonly jointBreak: (merged: MergedTexts, signal?: AbortSignal) => Promise<JointBreak | null>
  /** What lint says about edits of a plan version. Rejects only when `signal` fires or the rules cannot be read. */
  readonly lint: (
    version: LintedVersion,
    edits: readonly Edit[],
    signal?: AbortSignal,
  ) => Promise<LintOutcome>
  /** Judges recorded calls before and after a proposal. Rejects only when `signal` fires or the rules cannot be read. */
  readonly replay: (
    proposal: Proposal,
    calls: readonly ReplayedCall[],
    signal?: AbortSignal,
  ) => Promise<Judged<ReplayTally>>
  /** What a proposal would do to violations of which only the report is known; one answer for each. */
  readonly infer: (
    proposal: Proposal,
    violations: readonly ReportedViolation[],
    signal?: AbortSignal,
  ) => Promise<Judged<readonly InferredOutcome[]>>
  /** Ways to end a violation, ranked. Rejects only when `signal` fires. */
  readonly suggest: (asked: FixAsked, signal?: AbortSignal) => Promise<Judged<readonly Suggestion[]>>
  /** The calls that break a constraint. Rejects only when `signal` fires. */
  readonly breaking: (asked: BreakingAsked, signal?: AbortSignal) => Promise<Judged<readonly BreakingCall[]>>
}
