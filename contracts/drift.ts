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
  /** Set while somebody leaves it as it is; publishes leave it, too, unless they touch the rule. */
  ignored: z.object({ until: z.string(), reason: z.string(), by: z.string() }).nullable(),
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

const Reason = z.string().trim().min(1, 'Say why.').max(1_000)

/**
 * What is to be done about drifted rules. `theirs`: adopted by a change request. `ours`: published again. `ignore`: left
 * as it is until an instant; `watch` ends that. `same`: Segment holds what we sent, and writes it in its own way.
 */
export const ResolveDrift = z.object({
  choices: z
    .array(
      z.discriminatedUnion('take', [
        z.object({ rule: RuleId, take: z.enum(['ours', 'theirs']) }),
        z.object({ rule: RuleId, take: z.literal('ignore'), until: z.iso.datetime(), reason: Reason }),
        z.object({ rule: RuleId, take: z.literal('watch') }),
        z.object({ rule: RuleId, take: z.literal('same'), reason: Reason }),
      ]),
    )
    .min(1)
    .max(10_000),
})

export type ResolveDrift = z.infer<typeof ResolveDrift>

export const DriftResolved = z.object({ number: z.number().int().optional(), jobId: z.string().optional() })

export type DriftResolved = z.infer<typeof DriftResolved>
