import { z } from 'zod'
import { violationStatuses } from '@/domain/violations/standing'
import { violationTypes } from '@/domain/violations/violation-type'
import { ListQuery } from './listing'
import { RuleType } from './rule'
import { ChangeViolation, OriginView, ViolationRule } from './violation'

export const boardSorts = ['last-seen', 'first-seen', 'count', 'share'] as const

export type BoardSort = (typeof boardSorts)[number]

/** `me`: given to me; `groups`: of a group I am in; `mine`: either; `nobody`: given to nobody. */
export const boardWhose = ['me', 'groups', 'mine', 'nobody'] as const

export const BoardFilter = z.object({
  plan: z.string().optional(),
  /** One or several, separated by commas. */
  status: z.string().max(200).optional(),
  source: z.string().optional(),
  key: z.string().optional(),
  type: RuleType.optional(),
  q: z.string().max(200).optional(),
  whose: z.enum(boardWhose).optional(),
  /** The id of a group. */
  owner: z.string().optional(),
  /** Only those that came back after they were thought to be over. */
  regressed: z.literal('true').optional(),
  /** Only the violations of this bundle. */
  bundle: z.string().max(500).optional(),
})

export type BoardFilter = z.infer<typeof BoardFilter>

/**
 * Highest first; by `last-seen`, to the minute. `bundled` shows violations that began together as the one of them that
 * comes first.
 */
export const ListBoard = ListQuery.extend(BoardFilter.shape).extend({
  sort: z.enum(boardSorts).default('last-seen'),
  bundled: z.literal('true').optional(),
})

export type ListBoard = z.infer<typeof ListBoard>

/** A row of the board: what a list needs to know of a violation. */
export const BoardRow = z.object({
  id: z.string(),
  plan: z.object({ id: z.string(), name: z.string() }),
  rule: ViolationRule,
  pointer: z.string(),
  type: z.enum(violationTypes),
  message: z.string(),
  status: z.enum(violationStatuses),
  revision: z.number().int(),
  reason: z.string().nullable(),
  ignoreUntil: z.string().nullable(),
  resolvedIn: z.string().nullable(),
  resolvedInPlan: z.number().int().nullable(),
  changeRequest: z.number().int().nullable(),
  regressedAt: z.string().nullable(),
  assignee: z.string().nullable(),
  assigneeId: z.string().nullable(),
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
  count: z.number().int(),
  /** Share of the event's volume over the last seven days, 0 to 1; worked out every few minutes. */
  share: z.number().nullable(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
  appVersions: z.array(z.string()),
  /** Counts of the last 7 days in 28 parts of 6 hours, oldest first. */
  trend: z.array(z.number().int()),
  origin: OriginView.nullable(),
  /**
   * What it began together with; `size` and `count` are of all that answer the filter, and `revision` is another one
   * when something was decided about any of these.
   */
  bundle: z
    .object({
      key: z.string(),
      size: z.number().int(),
      count: z.number().int(),
      firstSeen: z.string(),
      revision: z.string(),
    })
    .nullable(),
})

export type BoardRow = z.infer<typeof BoardRow>

/** How many violations answer the filter, its status aside, by status and by whose they are. */
export const BoardCounts = z.object({
  statuses: z.record(z.enum(violationStatuses), z.number().int()),
  /** Of those that answer the whole filter. */
  me: z.number().int(),
  groups: z.number().int(),
  nobody: z.number().int(),
  regressed: z.number().int(),
  /** What came too late to be counted in the last 30 days, of the plan and source that the filter names, most first. */
  late: z.array(
    z.object({
      source: z.object({ id: z.string(), name: z.string() }),
      count: z.number().int(),
      /** The day the last of them came, `YYYY-MM-DD`. */
      lastDay: z.string(),
    }),
  ),
})

export type BoardCounts = z.infer<typeof BoardCounts>

/**
 * Named violations, each with the revision that was seen, where that matters; or those of a bundle, all or those that
 * answer a filter. A bundle is decided about in parts: the answer's `next` is `after` of the call for the next part.
 * With the `revision` that was seen of the bundle under this filter, a part is refused with `stale` when something else
 * was decided about what is left of it since; `nextRevision` is that of the next part.
 */
export const TriageMany = z.object({
  violations: z
    .array(z.object({ id: z.string(), revision: z.number().int().optional() }))
    .max(500)
    .default([]),
  bundle: z.string().max(500).optional(),
  filter: BoardFilter.omit({ bundle: true }).optional(),
  after: z.string().max(100).optional(),
  revision: z.string().max(100).optional(),
  change: ChangeViolation.omit({ revision: true, changeRequest: true }),
})

export type TriageMany = z.infer<typeof TriageMany>

/** What became of each; `before` is what undoes it. */
export const Triaged = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['changed', 'unchanged', 'refused']),
      /** Where it was refused: the code of the failure, and why. */
      code: z.string().nullable(),
      detail: z.string().nullable(),
      revision: z.number().int().nullable(),
      before: ChangeViolation.nullable(),
    }),
  ),
  /** Where the next part of the bundle begins; null when all were decided about. */
  next: z.string().nullable(),
  nextRevision: z.string().nullable(),
})

export type Triaged = z.infer<typeof Triaged>

export const MomentView = z.object({
  id: z.string(),
  kind: z.string(),
  at: z.string(),
  /** The person who did it; null for what arrivals, requests and time did. */
  actor: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

export type MomentView = z.infer<typeof MomentView>

export const SaveBoardFilter = z.object({
  name: z.string().trim().min(1).max(80),
  /** The query of the board's address. */
  query: z.string().max(2_000),
})

export type SaveBoardFilter = z.infer<typeof SaveBoardFilter>

export const SavedBoardFilter = SaveBoardFilter.extend({ id: z.string() })

export type SavedBoardFilter = z.infer<typeof SavedBoardFilter>
