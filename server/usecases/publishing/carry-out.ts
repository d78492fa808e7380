import type { Json } from '@/domain/plan/json'
import { printSorted } from '@/domain/plan/print-json'
import type { Rule, RuleId } from '@/domain/plan/rule'
import type { PublishCounts, PublishOperations } from '@/domain/publish/publish-operations'
import { understood } from '@/domain/publish/rewriting'
import type { Context } from '@/server/ports/context'
import type { SegmentAnswer, SegmentProblem } from '@/server/ports/segment-gateway'
import { isTransient } from './is-transient'
import { learnRewritings } from './learn-rewritings'
import type { Pace } from './pace'
import { isReached, type PublishGoal } from './publish-goal'
import type { SegmentTarget } from './segment-target'

/** How bringing a target to a goal ended. `sent` says whether anything may have reached the target. */
export type CarriedOut =
  | { readonly kind: 'reached'; readonly held: readonly Rule[]; readonly counts: PublishCounts }
  | { readonly kind: 'surprised'; readonly rules: readonly RuleId[]; readonly held: readonly Rule[] }
  | { readonly kind: 'refused'; readonly message: string; readonly held: readonly Rule[] }
  | { readonly kind: 'not-seen'; readonly held: readonly Rule[] }
  | { readonly kind: 'problem'; readonly problem: SegmentProblem }

export type Errand = {
  readonly jobId: string
  readonly target: SegmentTarget
  readonly goal: PublishGoal
  readonly pace: Pace
}

/** Segment shows what it was told some time later; no figure is published, so this is ours. */
const patienceMs = 300_000
const longestPauseMs = 15_000
const settleMs = 2_000
/** What was sent without an answer is given so long to show before it is sent again. */
const unansweredMs = 8_000
const mostRounds = 4

/**
 * Reads the target whole, sends only what differs, and reads back until it holds the goal. Nothing of an earlier run
 * is trusted: what is still to do comes from what the target holds now, so a run that was killed anywhere is simply
 * made again. Stops without overwriting as soon as the target holds something that nobody looked at.
 */
export const carryOut = async (ctx: Context, errand: Errand): Promise<CarriedOut> => {
  let refused: { readonly batch: string; readonly message: string } | null = null
  let counts: PublishCounts | null = null
  await awaitUnanswered(ctx, errand)
  for (let round = 1; ; round += 1) {
    const read = await readHeld(ctx, errand)
    if (!read.ok) return { kind: 'problem', problem: read.problem }
    const held = read.value
    const surprises = errand.goal.surprises(held)
    if (surprises.length > 0) return { kind: 'surprised', rules: surprises, held }
    const operations = errand.goal.operations(held)
    counts ??= operations.counts
    if (isReached(errand.goal, held)) return { kind: 'reached', held, counts }

    const batches = batchesOf(operations)
    // A call that was cut off may have done its work, and its repetition be refused for that: look again first.
    if (refused !== null && (round > mostRounds || batches.some(({ text }) => text === refused?.batch)))
      return { kind: 'refused', message: refused.message, held }
    const sending = await sendAll(ctx, errand, batches)
    if (sending === null) return awaitGoal(ctx, errand, held, counts)
    if (isTransient(sending.problem)) return { kind: 'problem', problem: sending.problem }
    refused = { batch: sending.batch.text, message: sending.problem.message }
    await errand.pace.sleep(settleMs)
  }
}

type Batch = {
  readonly kind: 'upsert' | 'remove'
  readonly operations: Json
  readonly text: string
  readonly size: number
  readonly send: (target: SegmentTarget) => Promise<SegmentAnswer<null>>
}

/** Everything that is added or changed stands before anything is removed. */
const batchesOf = ({ upserts, removals }: PublishOperations): readonly Batch[] => [
  ...upserts.map(
    (rules): Batch => ({
      kind: 'upsert',
      operations: rules.map((rule) => ({ ...rule })),
      text: JSON.stringify(rules),
      size: rules.length,
      send: ({ gateway, segmentId }) => gateway.upsertRules(segmentId, rules),
    }),
  ),
  ...removals.map(
    (rules): Batch => ({
      kind: 'remove',
      operations: rules.map((rule) => ({ ...rule })),
      text: JSON.stringify(rules),
      size: rules.length,
      send: ({ gateway, segmentId }) => gateway.removeRules(segmentId, rules),
    }),
  ),
]

type SendingStopped = { readonly batch: Batch; readonly problem: SegmentProblem }

/** Sends every batch in order, each noted before and after; null when all were taken. */
const sendAll = async (
  ctx: Context,
  { jobId, target }: Errand,
  batches: readonly Batch[],
): Promise<SendingStopped | null> => {
  const first = await ctx.transaction(async ({ publishJournal }) => {
    const earlier = await publishJournal.batches(jobId)
    await publishJournal.plan(
      jobId,
      batches.map(({ kind, operations }, i) => ({ ordinal: earlier.length + i, kind, operations })),
    )
    return earlier.length
  })
  const total = batches.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  for (const [i, batch] of batches.entries()) {
    await ctx.transaction(({ publishJournal }) => publishJournal.sent(jobId, first + i, ctx.now()))
    const answer = await batch.send(target)
    const problem = answer.ok ? null : answer.problem
    done += batch.size
    await ctx.transaction(async ({ publishJournal, jobs }) => {
      const error = problem && { code: problem.kind, message: problem.message }
      await publishJournal.answered(jobId, first + i, ctx.now(), error)
      if (problem === null) await jobs.progress(jobId, { done, total, unit: 'rules sent' })
    })
    if (problem !== null) return { batch, problem }
  }
  return null
}

/**
 * An earlier run may have ended without knowing what became of its last batch, and Segment shows late what it was
 * told: waits a while until it shows, so that nothing is sent twice for that alone.
 */
const awaitUnanswered = async (ctx: Context, errand: Errand): Promise<void> => {
  const batches = await ctx.transaction(({ publishJournal }) => publishJournal.batches(errand.jobId))
  const last = batches.findLast(({ sentAt }) => sentAt !== null)
  if (!last || (last.answeredAt !== null && last.error?.code !== 'unavailable')) return
  const unseen = printSorted(last.operations)
  for (let pause = 250, slept = 0; slept < unansweredMs; slept += pause, pause *= 2) {
    const read = await readHeld(ctx, errand)
    if (!read.ok) return
    const still = batchesOf(errand.goal.operations(read.value))
    if (!still.some(({ operations }) => printSorted(operations) === unseen)) return
    await errand.pace.sleep(pause)
  }
}

/** Segment is eventually consistent: reads until it shows what it was told, or patience ends. */
const awaitGoal = async (
  ctx: Context,
  errand: Errand,
  heldBefore: readonly Rule[],
  counts: PublishCounts,
): Promise<CarriedOut> => {
  const learner = { goal: errand.goal, planId: errand.target.planId }
  const startedAt = errand.pace.elapsed()
  let held = heldBefore
  let slept = 0
  for (let pause = 250; ; pause = Math.min(pause * 2, longestPauseMs)) {
    await errand.pace.sleep(pause)
    slept += pause
    const read = await readHeld(ctx, errand)
    if (read.ok) {
      held = await learnRewritings(ctx, learner, read.value, heldBefore)
      if (isReached(errand.goal, held)) return { kind: 'reached', held, counts }
      const surprises = errand.goal.surprises(held)
      if (surprises.length > 0) return { kind: 'surprised', rules: surprises, held }
    } else if (!isTransient(read.problem)) return { kind: 'problem', problem: read.problem }
    const elapsed = Math.max(slept, errand.pace.elapsed() - startedAt)
    if (elapsed >= patienceMs) {
      held = await learnRewritings(ctx, learner, held)
      return isReached(errand.goal, held) ? { kind: 'reached', held, counts } : { kind: 'not-seen', held }
    }
  }
}

const readHeld = async (ctx: Context, { jobId, target }: Errand): Promise<SegmentAnswer<readonly Rule[]>> => {
  const read = await target.gateway.readRules(target.segmentId, (done, total) =>
    ctx.transaction(({ jobs }) => jobs.progress(jobId, { done, total, unit: 'rules read' })),
  )
  if (!read.ok) return read
  const rewritings = await ctx.transaction(({ drift }) => drift.rewritings(target.planId))
  return { ...read, value: understood(read.value, rewritings) }
}
