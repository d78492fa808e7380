import { z } from 'zod'
import { ChangeView } from './plan'
import { RuleId } from './rule'

/** Three views of one rule: what we published, what Segment holds now, what head says. Null: not there. */
export const DriftRule = z.object({
  rule: RuleId,
  kind: z.enum(['changed', 'removed-in-segment', 'added-in-segment']),
  /** False for a rule that we never managed: publishing leaves it alone. */
  managed: z.boolean(),
  live: z.unknown(),
  seen: z.unknown(),
  head: z.unknown(),
  changes: z.array(ChangeView),
  /** Change requests under way that touch the rule: one of them may adopt what Segment holds. */
  openChangeRequests: z.array(z.number().int()),
})

export const DriftView = z.object({
  plan: z.object({ id: z.string(), name: z.string() }),
  liveVersion: z.number().int().nullable(),
  headVersion: z.number().int().nullable(),
  seenAt: z.string().nullable(),
  rules: z.array(DriftRule),
})

export type DriftView = z.infer<typeof DriftView>

export const ResolveDrift = z.object({
  choices: z
    .array(z.object({ rule: RuleId, take: z.enum(['ours', 'theirs']) }))
    .min(1)
    .max(10_000),
})

export type ResolveDrift = z.infer<typeof ResolveDrift>

export const DriftResolved = z.object({ number: z.number().int().optional(), jobId: z.string().optional() })

export type DriftResolved = z.infer<typeof DriftResolved>
