import { z } from 'zod'
import { violationTypes } from '@/domain/plan/violation-types'

export const TrafficSettings = z.object({
  record: z.boolean(),
  days: z.int().min(1).max(90),
  callsPerStratum: z.int().min(1).max(1_000),
})

export const TrafficSettingsView = z.object({
  settings: TrafficSettings,
  /** Names the state that was read; 0 before anybody has changed it. */
  revision: z.int(),
  /** What is kept now: calls, of how many that were received in those days. */
  kept: z.int(),
  received: z.int(),
  can: z.object({ change: z.boolean() }),
})

export type TrafficSettingsView = z.infer<typeof TrafficSettingsView>

export const SaveTrafficSettings = z.object({ settings: TrafficSettings, revision: z.int().min(0) })

export type SaveTrafficSettings = z.infer<typeof SaveTrafficSettings>

/** One constraint that only one of the two found: Segment, or we ourselves (the twin). */
export const DisagreementView = z.object({
  id: z.string(),
  rule: z.object({ type: z.string(), key: z.string().nullable(), version: z.int().nullable() }),
  pointer: z.string(),
  type: z.enum(violationTypes),
  /** Who found it. */
  side: z.enum(['segment', 'twin']),
  message: z.string(),
  count: z.int(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  /** The newest such call, masked. */
  sample: z.unknown(),
})

export type DisagreementView = z.infer<typeof DisagreementView>
