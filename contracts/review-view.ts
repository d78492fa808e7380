import { z } from 'zod'
import { decisionVerdicts } from '@/domain/review/decisions'
import { editKinds } from '@/domain/review/edit-kind'
import { ChangeRequestView, CheckView, EditView, GateView } from './change-request'
import { ChangeView, Level } from './plan'
import { RuleId, RuleType } from './rule'

/** What the person who asks has made of an edit; `changed` where it is no longer the edit that they saw. */
export const DecisionView = z.object({ verdict: z.enum(decisionVerdicts), changed: z.boolean() })

export type DecisionView = z.infer<typeof DecisionView>

/** An edit by its name, without its texts. `hash` differs when base or edit do. */
export const GroupedEdit = RuleId.extend({
  newKey: z.string().optional(),
  kind: z.enum(editKinds),
  by: z.string(),
  hash: z.string(),
  decision: DecisionView.nullable(),
})

export type GroupedEdit = z.infer<typeof GroupedEdit>

/**
 * Edits that do the same, to be decided on together. `changes` are those of the first edit. Where `whole` is false they
 * come without examples and without values, which `readRequestEdit` has.
 */
export const EditGroupView = z.object({
  id: z.string(),
  /** The worst of all its changes. */
  senders: Level,
  readers: Level,
  changes: z.array(ChangeView),
  whole: z.boolean(),
  edits: z.array(GroupedEdit).min(1),
})

export type EditGroupView = z.infer<typeof EditGroupView>

/** The first findings, and how many more there are: of what is new with the request, and of what was there before. */
export const ReviewedCheck = CheckView.extend({
  more: z.object({ others: z.number().int(), known: z.number().int() }),
})

export type ReviewedCheck = z.infer<typeof ReviewedCheck>

/**
 * A change request as reviewers read it: by what is to be decided, riskiest first, and without the texts of its edits.
 * Gates tell of their rules in words; `readChangeRequest` names each of them.
 */
export const ReviewView = ChangeRequestView.omit({ edits: true, changes: true }).extend({
  checks: z.array(ReviewedCheck),
  gates: z.array(GateView.omit({ rules: true })),
  groups: z.array(EditGroupView),
})

export type ReviewView = z.infer<typeof ReviewView>

/** Names one edit; `key` is left out where the rule has none. */
export const ReadRequestEdit = z.object({
  type: RuleType,
  key: z.string().max(1_000).optional(),
  version: z.coerce.number().int().min(0).max(2_147_483_647).default(1),
})

export type ReadRequestEdit = z.infer<typeof ReadRequestEdit>

/** One edit with its texts, and all that is known of what it changes. */
export const RequestEdit = z.object({ edit: EditView, changes: z.array(ChangeView) })

export type RequestEdit = z.infer<typeof RequestEdit>

/** `rules`: those whose edits were looked at; `fingerprint` of the edits that were on the screen. */
export const MarkLooked = z.object({
  fingerprint: z.string(),
  rules: z.array(RuleId).min(1).max(10_000).optional(),
})

export type MarkLooked = z.infer<typeof MarkLooked>
