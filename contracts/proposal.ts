import { z } from 'zod'
import { CheckFinding } from './change-request'
import { ChangeView } from './plan'
import { RuleId } from './rule'

/**
 * One rule as it is being edited: the text of its schema, null to remove it. `base` is the version of the plan that is
 * edited, head when absent.
 */
export const CheckProposal = RuleId.extend({
  newKey: z.string().min(1).max(1_000).optional(),
  schemaText: z.string().max(2_000_000).nullable(),
  base: z.number().int().min(1).max(2_147_483_647).optional(),
})

export type CheckProposal = z.infer<typeof CheckProposal>

/** What the edit changes, judged, and what lint has to say; `unlinted` says why it has nothing to say. */
export const ProposalChecked = z.object({
  changes: z.array(ChangeView),
  findings: z.array(CheckFinding),
  unlinted: z.string().optional(),
})

export type ProposalChecked = z.infer<typeof ProposalChecked>
