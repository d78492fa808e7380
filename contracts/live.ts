import { z } from 'zod'
import { violationTypes } from '@/domain/plan/violation-types'

/** A source whose libraries may send here. */
export const LiveSource = z.object({
  /** Of its endpoint. */
  id: z.string(),
  source: z.object({ id: z.string(), name: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
  plan: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Only for those who may make endpoints. */
  writeKey: z.string().nullable(),
  /** Its last four characters, by which calls are told apart; null where it cannot be opened. */
  keyEnding: z.string().nullable(),
  lastCallAt: z.string().nullable(),
})

export type LiveSource = z.infer<typeof LiveSource>

export const LiveCallView = z.object({
  id: z.string(),
  at: z.string(),
  /** The last four characters of the write key that it came in by; null where that was not noted. */
  keyEnding: z.string().nullable(),
  callType: z.string(),
  event: z.string().nullable(),
  /** The whole message, masked. */
  call: z.unknown(),
  /** JSON pointers of what was replaced. */
  masked: z.array(z.string()),
  /** `refused`: Segment would drop it on its way in. `not-judged`: why. */
  verdict: z.enum(['valid', 'invalid', 'refused', 'not-judged']),
  reason: z.string().nullable(),
  ruleVersion: z.int().nullable(),
  breaches: z.array(
    z.object({
      type: z.enum(violationTypes),
      pointer: z.string(),
      message: z.string(),
      /** The violation that it was counted in; null until it is committed, and where no plan is. */
      violation: z.string().nullable(),
    }),
  ),
  /** Calls before it, by the same write key, that were too many to be shown. */
  skipped: z.int(),
})

export type LiveCallView = z.infer<typeof LiveCallView>

export const LiveCallsQuery = z.object({
  /** `id` of the newest call that is known. */
  after: z.string().max(100).optional(),
  /** Only calls by the write key that ends so. */
  key: z.string().max(100).optional(),
})

/** Calls of one answer. */
export const mostLiveCalls = 300

/** Newest first, 300 at most. */
export const LiveCallsView = z.object({ calls: z.array(LiveCallView) })

export type LiveCallsView = z.infer<typeof LiveCallsView>
