import { z } from 'zod'
import { listOf } from './listing'

/** A recorded call that breaks a violation's constraint. Personal data in it is masked. */
export const ViolationCallView = z.object({
  messageId: z.string(),
  at: z.string(),
  event: z.string().nullable(),
  sourceName: z.string(),
  /** Empty where the call did not say. */
  appVersion: z.string(),
  /** Null where it is too large to be shown. */
  call: z.unknown(),
  /** JSON pointers of the values that were replaced. */
  masked: z.array(z.string()),
  /** What is wrong with it, in Segment's manner. */
  message: z.string(),
  /** What stands at the place, as JSON text that may be cut; null where nothing does, and in lists. */
  got: z.object({ text: z.string(), masked: z.boolean() }).nullable(),
  /** It hangs on a masked value, so what was sent may have been fine. */
  uncertain: z.boolean(),
})

export type ViolationCallView = z.infer<typeof ViolationCallView>

/** Recorded last first; those of which it is uncertain come last. */
export const ViolationCallList = listOf(ViolationCallView).extend({
  /** Recorded calls of the event that were looked at: the newest. */
  judged: z.number().int(),
  /** Why they could not be judged; null where they were. */
  reason: z.string().nullable(),
})

export type ViolationCallList = z.infer<typeof ViolationCallList>
