import { z } from 'zod'
import { RuleId } from './rule'

/** How often a tab tells that it is open, and for how long that is believed, in milliseconds. */
export const beatMs = 4_000
export const presentMs = 12_000

/** `tab` tells the tabs of one person apart; `rule` is the event that is edited in it. */
export const BePresent = z.object({ tab: z.string().regex(/^[\w-]{8,64}$/), rule: RuleId.optional() })

export type BePresent = z.infer<typeof BePresent>

/** Everybody else who has the request open, and the events that they edit in it. */
export const PresenceView = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), editing: z.array(RuleId) })),
})

export type PresenceView = z.infer<typeof PresenceView>
