import { z } from 'zod'
import { isOrderable } from '@/domain/violations/app-version'
import { violationStatuses } from '@/domain/violations/standing'
import { violationTypes } from '@/domain/violations/violation-type'
import { ListQuery } from './listing'
import { RuleType } from './rule'

/** `version` is null while no rule of the plan matches (an unplanned event). */
export const ViolationRule = z.object({
  type: RuleType,
  key: z.string().nullable(),
  version: z.number().int().nullable(),
})

const ReleaseView = z.object({
  sourceId: z.string(),
  sourceName: z.string(),
  appVersion: z.string(),
  at: z.string(),
})

/** Why a violation is there, as `domain/violations/origin.ts` says it. */
export const OriginView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan-changed'),
    version: z.number().int(),
    at: z.string(),
    by: z.string(),
    changeRequest: z.number().int().nullable(),
    release: ReleaseView.nullable(),
  }),
  z.object({
    kind: z.literal('code-changed'),
    release: ReleaseView,
    before: ReleaseView,
    planUnchangedSince: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('sender-changed'),
    quiet: z.object({ since: z.string(), events: z.number().int() }),
    release: ReleaseView.nullable(),
    planUnchangedSince: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('oldest-schema'),
    asked: z.array(z.number().int().nullable()),
    judgedBy: z.number().int(),
    planned: z.array(z.number().int()),
  }),
  z.object({ kind: z.literal('always'), since: z.string() }),
  z.object({ kind: z.literal('unknown') }),
])

export type OriginView = z.infer<typeof OriginView>

export const ViolationView = z.object({
  id: z.string(),
  plan: z.object({ id: z.string(), name: z.string() }),
  rule: ViolationRule,
  pointer: z.string(),
  schemaPointer: z.string().nullable(),
  type: z.enum(violationTypes),
  /** Segment's own word for the type; empty where Plumbline found it itself. */
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
  assigneeId: z.string().nullable(),
  /** Counts what people and requests decided; a change names the one it was made on. */
  revision: z.number().int(),
  /** When the status began, and in whose words; null for what was never decided about. */
  statusAt: z.string().nullable(),
  reason: z.string().nullable(),
  /** Null for one that is ignored for good, and for all others. */
  ignoreUntil: z.string().nullable(),
  /** The app version that a fix in code goes out with, or the version of the plan for a fix in the plan. */
  resolvedIn: z.string().nullable(),
  resolvedInPlan: z.number().int().nullable(),
  /** The change request that is to end it, or did. */
  changeRequest: z.number().int().nullable(),
  /** The groups that answer for it, by the ownership rules of the plan; empty until they were looked up. */
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
  libraries: z.array(z.object({ name: z.string(), count: z.number().int() })),
  /** Null until it was worked out, a minute or so after it was first seen. */
  origin: OriginView.nullable(),
  /** What began together has the same; null for what stands alone. */
  bundle: z.string().nullable(),
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

const Reason = z.string().trim().min(1).max(2_000)

/** An app version that can be put in order with others: `4.2.0`, `4.2.0-beta.1`, `10.1.8.4`, `4.2.0 (1234)`. */
const AppVersion = z
  .string()
  .trim()
  .max(100)
  .refine(isOrderable, 'This is no version that can be compared with others.')

/**
 * `assignee` is the id or the e-mail address of a member, null for nobody. `ignoreUntil` null ignores for good.
 * `changeRequest` goes with the status `fix-planned`. `revision` is the one that was read: the change is refused with
 * `stale` when something else was decided since; without it the last one to write wins.
 */
export const ChangeViolation = z.object({
  status: z.enum(violationStatuses).optional(),
  assignee: z.string().max(320).nullable().optional(),
  ignoreUntil: z.iso.datetime().nullable().optional(),
  resolvedIn: AppVersion.nullable().optional(),
  reason: Reason.optional(),
  changeRequest: z.number().int().positive().optional(),
  revision: z.number().int().optional(),
})

export type ChangeViolation = z.infer<typeof ChangeViolation>

export const SeriesQuery = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  by: z.enum(['total', 'source', 'appVersion']).default('total'),
})

export type SeriesQuery = z.infer<typeof SeriesQuery>

/**
 * Hourly counts, oldest first, hours without any left out; `volume` is the event's own traffic where known. `marks` are
 * the versions of the plan and the first sight of releases of its sources in that time, oldest first.
 */
export const SeriesView = z.object({
  from: z.string(),
  to: z.string(),
  marks: z.array(z.object({ at: z.string(), kind: z.enum(['plan', 'release']), label: z.string() })),
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
