import { z } from 'zod'
import { violationTypes } from '@/domain/violations/violation-type'
import { ListQuery } from './listing'
import { RuleType } from './rule'

export const violationStatuses = [
  'open',
  'fix-planned',
  'waiting-for-rollout',
  'resolved',
  'ignored',
] as const

/** `version` is null while no rule of the plan matches (an unplanned event). */
export const ViolationRule = z.object({
  type: RuleType,
  key: z.string().nullable(),
  version: z.number().int().nullable(),
})

export const ViolationView = z.object({
  id: z.string(),
  plan: z.object({ id: z.string(), name: z.string() }),
  rule: ViolationRule,
  pointer: z.string(),
  schemaPointer: z.string().nullable(),
  type: z.enum(violationTypes),
  rawType: z.string(),
  message: z.string(),
  status: z.enum(violationStatuses),
  count: z.number().int(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  regressedAt: z.string().nullable(),
  sources: z.array(z.object({ id: z.string(), name: z.string(), count: z.number().int() })),
  appVersions: z.array(z.object({ version: z.string(), count: z.number().int() })),
  assignee: z.string().nullable(),
  samples: z.array(
    z.object({
      messageId: z.string(),
      at: z.string(),
      message: z.string(),
      source: z.string(),
      appVersion: z.string(),
    }),
  ),
  /** Share of the event's volume over the last seven days where volume is known, 0 to 1. */
  share: z.number().nullable(),
  /** Counts per hour for the last 7 days, oldest first, for a sparkline. */
  trend: z.array(z.number().int()),
})

export type ViolationView = z.infer<typeof ViolationView>

export const ListViolations = ListQuery.extend({
  plan: z.string().optional(),
  status: z.string().max(200).optional(),
  source: z.string().optional(),
  key: z.string().optional(),
  type: RuleType.optional(),
  q: z.string().max(200).optional(),
})

export type ListViolations = z.infer<typeof ListViolations>

export const SeriesQuery = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  by: z.enum(['total', 'source', 'appVersion']).default('total'),
})

export type SeriesQuery = z.infer<typeof SeriesQuery>

/** Hourly counts, oldest first, hours without any left out; `volume` is the event's own traffic where known. */
export const SeriesView = z.object({
  from: z.string(),
  to: z.string(),
  data: z.array(
    z.object({
      hour: z.string(),
      by: z.string(),
      count: z.number().int(),
      volume: z.number().int().nullable(),
    }),
  ),
})

export type SeriesView = z.infer<typeof SeriesView>
