import { z } from 'zod'
import { violationTypes } from '@/domain/plan/violation-types'
import { inferredOutcomes } from '@/domain/replay/inferred'
import { outcomes } from '@/domain/replay/outcome'
import { CheckView, EditInput } from './change-request'
import { JobView } from './job'
import { RuleId } from './rule'

/** Received calls: the best guess, and an interval that holds the truth 19 times of 20. */
export const EstimateView = z.object({ value: z.number(), low: z.number(), high: z.number() })

export type EstimateView = z.infer<typeof EstimateView>

const Count = z.number().int()

/**
 * Recorded calls by what the proposal does to them; `estimated` is of received calls, of which those are a sample.
 * `uncertain`: it hangs on a masked value, or on a rule that cannot be judged.
 */
export const ReplayCounts = z.object({
  /** Recorded calls that were judged, and the received calls that they stand for. */
  judged: Count,
  received: Count,
  stillValid: Count,
  stillInvalid: Count,
  fixed: Count,
  broken: Count,
  uncertain: Count,
  estimated: z.object({
    stillValid: EstimateView,
    stillInvalid: EstimateView,
    fixed: EstimateView,
    broken: EstimateView,
    uncertain: EstimateView,
  }),
})

export type ReplayCounts = z.infer<typeof ReplayCounts>

const Constraint = z.object({
  /** Null for an event that no rule plans. */
  rule: RuleId.nullable(),
  pointer: z.string(),
  type: z.enum(violationTypes),
  message: z.string(),
})

export const ReplaySampleView = z.object({
  messageId: z.string(),
  at: z.string(),
  event: z.string().nullable(),
  sourceName: z.string(),
  appVersion: z.string(),
  outcome: z.enum(outcomes),
  rule: RuleId.nullable(),
  /** Personal data in it is masked; null where it is too large to be shown. */
  call: z.unknown(),
  masked: z.array(z.string()),
  constraints: z.array(Constraint.extend({ outcome: z.enum(['still', 'fixed', 'broken', 'uncertain']) })),
})

export type ReplaySampleView = z.infer<typeof ReplaySampleView>

export const ReplayConstraintView = Constraint.extend({
  still: Count,
  fixed: Count,
  broken: Count,
  uncertain: Count,
  estimated: z.object({ fixed: EstimateView, broken: EstimateView }),
})

export type ReplayConstraintView = z.infer<typeof ReplayConstraintView>

/** Violations of events of which no call is recorded, judged by what was reported of them: a guess. */
export const InferredView = z.object({
  cleared: Count,
  still: Count,
  unknown: Count,
  violations: z.array(
    Constraint.omit({ rule: true }).extend({
      id: z.string(),
      event: z.string().nullable(),
      count: Count,
      lastSeen: z.string(),
      outcome: z.enum(inferredOutcomes),
    }),
  ),
  /** There are more than were looked at. */
  isCut: z.boolean(),
})

export type InferredView = z.infer<typeof InferredView>

export const ReplayResultView = ReplayCounts.extend({
  byRule: z.array(ReplayCounts.extend({ rule: RuleId.nullable(), event: z.string().nullable() })),
  bySource: z.array(ReplayCounts.extend({ id: z.string(), name: z.string() })),
  byAppVersion: z.array(ReplayCounts.extend({ appVersion: z.string() })),
  constraints: z.array(ReplayConstraintView),
  samples: z.array(ReplaySampleView),
  /** Rules that could not be made ready to judge. */
  notJudged: z.array(z.object({ side: z.enum(['base', 'proposal']), rule: RuleId, reason: z.string() })),
  /** Groups and constraints beyond those that are listed. */
  leftOut: Count,
  inferred: InferredView,
})

export type ReplayResultView = z.infer<typeof ReplayResultView>

/** What a change request does to recorded traffic. `at`: when it was found out; `job`: the one that finds it out now. */
export const ImpactView = z.object({
  check: CheckView,
  at: z.string().nullable(),
  result: ReplayResultView.nullable(),
  job: JobView.pick({ id: true, status: true, progress: true }).nullable(),
  /** Calls of the edited events that are recorded now. */
  recorded: z.object({ kept: Count, received: Count }),
  /** What the person who asks may do now. */
  can: z.object({ run: z.boolean(), cancel: z.boolean() }),
})

export type ImpactView = z.infer<typeof ImpactView>

export const StartReplay = z.union([
  z.object({ edits: z.array(EditInput).max(10_000) }),
  z.object({ changeRequest: z.number().int() }),
])

export type StartReplay = z.infer<typeof StartReplay>
