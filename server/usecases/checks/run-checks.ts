import type { CheckView } from '@/contracts/change-request'
import type { LintSettings } from '@/domain/lint/lint-settings'
import type { Edit } from '@/domain/plan/edit'
import { editFingerprint, requestFingerprint } from '@/domain/review/edit-fingerprint'
import { isOpen } from '@/domain/review/transition'
import type { JudgedEdit } from '@/server/ports/check-store'
import type { Context } from '@/server/ports/context'
import type { JobRun, JobRunEnd } from '@/server/ports/job-runner'
import type { Stores } from '@/server/ports/stores'
import {
  type LoadedRequest,
  loadChangeRequest,
  lockChangeRequest,
} from '../change-requests/load-change-request'
import { resettle } from '../change-requests/resettle'
import { changeView } from '../change-view'
import { askForMissingReplay } from '../replay/ask-for-replay'
import { isCurrent } from './ask-for-checks'
import { compatibilityCheck } from './compatibility-check'
import { digestOf } from './edit-digest'
import { editPair } from './edit-pair'
import { jointBreaks } from './joint-breaks'
import { jobChecks } from './known-checks'
import { lintCheck } from './lint-check'

export type ChecksRun = { readonly planId: string; readonly number: number } & Pick<
  JobRun<'run-checks'>,
  'progress' | 'signal' | 'lastAttempt'
>

/**
 * The job `run-checks`: judges the edits of a request, away from this process, and keeps what was found if the request
 * still holds the same edits. What was saved meanwhile has a job of its own.
 */
export const runChecks = async (ctx: Context, run: ChecksRun): Promise<JobRunEnd> => {
  const { loaded, known } = await ctx.transaction(async (stores) => {
    const loaded = await loadChangeRequest(stores, { plan: run.planId, number: run.number })
    return { loaded, known: await knownOf(ctx, stores, loaded) }
  })
  const { request, edits } = loaded
  if (known.isCurrent || edits.length === 0 || !isOpen(request.status)) return { done: { edits: 0 } }
  try {
    const judged = await judgeEdits(ctx, run, loaded, known.judged)
    const broken = await jointBreaks(ctx.judge, edits, run.signal)
    const judgedEdits = judged.map((one) => ({ ...one, breaksJointly: broken.has(one.editHash) }))
    const compatibility = compatibilityCheck(
      judgedEdits.flatMap(({ changes }) => changes),
      [...broken.values()],
    )
    const linted = await lint(ctx, run, loaded)
    const checksSeenBy = (settings: LintSettings) => [compatibility, lintCheck(linted, settings)]
    const isKept = await keep(ctx, run, loaded, { judgedEdits, checksSeenBy })
    return { done: { edits: edits.length, ...(isKept ? {} : { note: 'the edits changed meanwhile' }) } }
  } catch (error) {
    // Nobody runs it again by itself, so people are told, with the way out.
    if (run.lastAttempt && !run.signal.aborted)
      await keep(ctx, run, loaded, {
        judgedEdits: known.judged,
        checksSeenBy: () => jobChecks.map(failed),
      })
    throw error
  }
}

const failed = (name: string): CheckView => ({
  name,
  status: 'failed',
  reason: 'Something went wrong again and again; the log has it.',
  findings: [],
})

const knownOf = async (ctx: Context, stores: Stores, { request, edits }: LoadedRequest) => {
  const checks = await stores.checks.checks(request.id)
  const judged = await stores.checks.judgedEdits(request.id)
  return {
    isCurrent: isCurrent(checks, ctx.judge.engine, request, requestFingerprint(edits)),
    judged: judged.filter(({ engine }) => engine === ctx.judge.engine),
  }
}

/** One after the other, so that whoever edits meanwhile gets a turn between two of them. */
const judgeEdits = async (
  { judge }: Context,
  { progress, signal }: ChecksRun,
  { edits }: LoadedRequest,
  known: readonly JudgedEdit[],
): Promise<readonly JudgedEdit[]> => {
  const byHash = new Map(known.map((judged) => [judged.editHash, judged]))
  const judgedEdits: JudgedEdit[] = []
  for (const edit of edits) {
    const editHash = editFingerprint(edit)
    const judged = byHash.get(editHash) ?? (await judgedEdit(judge, edit, signal))
    judgedEdits.push({ ...judged, digest: judged.digest ?? digestOf(edit, judged.changes) })
    await progress({ done: judgedEdits.length, total: edits.length, unit: 'edits' })
  }
  return judgedEdits
}

const judgedEdit = async (
  { engine, explain }: Context['judge'],
  edit: Edit,
  signal: AbortSignal,
): Promise<JudgedEdit> => {
  const { before, after } = editPair(edit)
  const changes = (await explain(before, after, signal)).map(changeView)
  return { editHash: editFingerprint(edit), engine, changes, breaksJointly: false, digest: null }
}

const lint = (ctx: Context, { signal }: ChecksRun, { plan, request, edits }: LoadedRequest) =>
  ctx.judge.lint(
    {
      key: `${plan.id}/${request.baseVersion}`,
      rules: () => ctx.transaction((stores) => stores.rules.ofVersion(plan.id, request.baseVersion)),
    },
    edits,
    signal,
  )

/** False when the request holds other edits by now, or stands on another version. */
const keep = (
  ctx: Context,
  { planId, number }: ChecksRun,
  { request, edits }: LoadedRequest,
  found: {
    readonly judgedEdits: readonly JudgedEdit[]
    /** Asked when they are kept, so that the settings of that moment count. */
    readonly checksSeenBy: (settings: LintSettings) => readonly CheckView[]
  },
): Promise<boolean> =>
  ctx.transaction(async (stores) => {
    const now = await lockChangeRequest(stores, { plan: planId, number })
    const fingerprint = requestFingerprint(edits)
    if (requestFingerprint(now.edits) !== fingerprint || now.request.baseVersion !== request.baseVersion)
      return false
    const { settings } = await stores.lintSettings.find(now.plan.id)
    await stores.checks.keep(request.id, {
      judgedEdits: found.judgedEdits,
      checks: found.checksSeenBy(settings).map((check) => ({
        ...check,
        fingerprint,
        baseVersion: request.baseVersion,
        engine: ctx.judge.engine,
      })),
    })
    await askForMissingReplay(ctx, stores, now.request, now.edits)
    // What the edits do can make them need more approvals, or fewer.
    await resettle(ctx, stores, now, 'the checks told what the edits do')
    return true
  })
