import type { JointBreak } from '@/domain/impact/jointly-breaking'
import type { ToldChange } from '@/domain/impact/tell-change'
import type { EditFinding } from '@/domain/lint/lint-edits'
import type { Edit } from '@/domain/plan/edit'
import type { RuleId } from '@/domain/plan/rule'

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
}
