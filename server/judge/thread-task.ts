import type { JointBreak } from '@/domain/impact/jointly-breaking'
import type { ToldChange } from '@/domain/impact/tell-change'
import type { EditsLinted } from '@/domain/lint/lint-edits'
import type { Edit } from '@/domain/plan/edit'
import type { InferredOutcome } from '@/domain/replay/inferred'
import type { ReportedViolation } from '@/domain/replay/inferred-outcome'
import type { ReplayTally } from '@/domain/replay/replay-tally'
import type { ReplayedCall } from '@/domain/replay/replayed-call'
import type { BreakingCall } from '@/domain/violations/fix/breaking-calls'
import type { Suggestion } from '@/domain/violations/fix/suggestion'
import type { CallToJudge, JudgedCall } from '@/server/ports/call-judge'
import type {
  BreakingAsked,
  FixAsked,
  MergedTexts,
  ProposedRules,
  RuleText,
} from '@/server/ports/schema-judge'

/** What a thread can be asked, and what it answers. */
export type ThreadTasks = {
  readonly explain: {
    readonly asked: { readonly before: RuleText | null; readonly after: RuleText | null }
    readonly answer: readonly ToldChange[]
  }
  /** The changes of a rule without comparing it as a whole. */
  readonly outline: {
    readonly asked: { readonly before: RuleText; readonly after: RuleText; readonly why: string }
    readonly answer: readonly ToldChange[]
  }
  /** Whether two edits that were merged break only together. */
  readonly joint: {
    readonly asked: MergedTexts
    readonly answer: JointBreak | null
  }
  /** A version is looked at by its key once it has been sent; `unknown-version` asks for it. */
  readonly lint: {
    readonly asked: {
      readonly key: string
      readonly rules?: readonly RuleText[]
      readonly edits: readonly Edit[]
    }
    readonly answer: EditsLinted | 'unknown-version'
  }
  /** A proposal is looked at by its key once its rules have been sent; `unknown-rules` asks for them. */
  readonly replay: {
    readonly asked: {
      readonly key: string
      readonly rules?: ProposedRules
      readonly calls: readonly ReplayedCall[]
    }
    readonly answer: ReplayTally | 'unknown-rules'
  }
  readonly suggest: {
    readonly asked: FixAsked
    readonly answer: readonly Suggestion[]
  }
  readonly breaking: {
    readonly asked: BreakingAsked
    readonly answer: readonly BreakingCall[]
  }
  readonly infer: {
    readonly asked: {
      readonly key: string
      readonly rules?: ProposedRules
      readonly violations: readonly ReportedViolation[]
    }
    readonly answer: readonly InferredOutcome[] | 'unknown-rules'
  }
  /** Rules are known by their key once they have been sent. `setAside`: keys of rules that are not to be tried again. */
  readonly calls: {
    readonly asked: {
      readonly key: string
      readonly rules?: readonly RuleText[]
      readonly setAside: readonly string[]
      readonly calls: readonly CallToJudge[]
    }
    readonly answer: readonly JudgedCall[] | 'unknown-rules'
  }
}

export type TaskKind = keyof ThreadTasks

export type Asked = {
  [K in TaskKind]: { readonly kind: K } & ThreadTasks[K]['asked']
}[TaskKind]

/** `step`: still alive, and further than before. */
export type ThreadReply =
  | { readonly is: 'ready' }
  | { readonly is: 'step' }
  | { readonly is: 'answer'; readonly answer: unknown }
  | { readonly is: 'failed'; readonly message: string }
