import { z } from 'zod'
import { listOf } from './listing'

const Count = z.number().int()

/** Names that are one event with a value put into its name. */
export const EventFamilyView = z.object({
  /** `Viewed Product {product_id}`; names the family. */
  template: z.string(),
  /** What the event is to be called. */
  name: z.string(),
  isPlanned: z.boolean(),
  parts: z.array(
    z.object({
      kind: z.enum(['email', 'url', 'uuid', 'date', 'quoted', 'id', 'path', 'number']),
      /** The property that is to carry the value. */
      property: z.string(),
      /** Calls carry it there already. */
      isSent: z.boolean(),
    }),
  ),
  /** Calls of all members that are known of. */
  count: Count,
  memberCount: Count,
  /** Those that are seen most. */
  members: z.array(z.object({ name: z.string(), count: Count })),
  /** What to change in the code. */
  codeFix: z.string(),
})

export type EventFamilyView = z.infer<typeof EventFamilyView>

export const EventFamilyList = listOf(EventFamilyView)

export const ProposeFamily = z.object({ template: z.string() })

export type ProposeFamily = z.infer<typeof ProposeFamily>
