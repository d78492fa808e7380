import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { JobKind } from '@/contracts/job'
import type { Log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import type { JobHandlers, JobRun, JobRunEnd } from '@/server/ports/job-runner'
import type { JobPayloads } from '@/server/ports/job-store'
import { waitBeforeRetry } from './wait-before-retry'

/** About an hour and a half of retries with growing pauses. */
export const maximumAttempts = 25

const progressEveryMs = 250

export type JobNeeds = {
  readonly transaction: Context['transaction']
  readonly handlers: JobHandlers
  readonly log: Log
}

const QueueEntry = z.object({ jobId: z.string(), payload: z.unknown() })

/**
 * Runs one entry of the queue and writes what becomes of it on the job's own row. Throws only when the database
 * cannot be reached; the queue then tries again by itself.
 */
export const runJob = async <K extends JobKind>(
  needs: JobNeeds,
  kind: K,
  entry: unknown,
  signal: AbortSignal,
): Promise<void> => {
  const { jobId, payload } = QueueEntry.parse(entry)
  const attempt = await start(needs, jobId)
  // Done already: the worker died between the end of the job and the end of its entry in the queue.
  if (attempt === null) return
  const lastAttempt = attempt >= maximumAttempts
  const run: JobRun<K> = {
    id: jobId,
    // The job store wrote it into the queue from a payload of this kind.
    payload: payload as JobPayloads[K],
    attempt,
    lastAttempt,
    signal,
    progress: progressWriter(needs, jobId),
  }
  const log = needs.log.child({ jobId, kind, attempt })
  const begun = Date.now()
  const end = attempt > maximumAttempts ? gaveUp : await runHandler(needs.handlers[kind], run, log)
  await settle(needs, run, end)
  log.info({ ms: Date.now() - begun, end: Object.keys(end)[0] }, 'Job ran')
}

const start = (needs: JobNeeds, jobId: string) =>
  needs.transaction(async ({ jobs }) => {
    const job = await jobs.find(jobId)
    if (!job || (job.status !== 'queued' && job.status !== 'running')) return null
    await jobs.start(jobId, now())
    return job.attempts + 1
  })

const runHandler = async <K extends JobKind>(
  handler: JobHandlers[K],
  run: JobRun<K>,
  log: Log,
): Promise<JobRunEnd> => {
  try {
    return await handler(run)
  } catch (error) {
    if (run.signal.aborted)
      return {
        retry: {
          code: 'interrupted',
          message: 'The worker was stopped. It goes on at the next start.',
          afterMs: 0,
        },
      }
    const id = randomUUID()
    log.error({ err: error, errorId: id }, 'A job failed unexpectedly')
    return { retry: { code: 'unexpected', message: `Something went wrong; the log has it under ${id}.` } }
  }
}

const settle = <K extends JobKind>(needs: JobNeeds, run: JobRun<K>, end: JobRunEnd) =>
  needs.transaction(async ({ jobs }) => {
    if ('waits' in end) return
    if ('done' in end) return jobs.succeed(run.id, now(), end.done)
    if ('failed' in end) return jobs.fail(run.id, now(), end.failed)
    const { code, message, afterMs } = end.retry
    if (run.lastAttempt) return jobs.fail(run.id, now(), { code, message })
    const pause = afterMs ?? waitBeforeRetry(run.attempt)
    return jobs.retryLater(run.id, { code, message }, new Date(Date.now() + pause).toISOString())
  })

const progressWriter = (needs: JobNeeds, jobId: string): JobRun<JobKind>['progress'] => {
  let writtenAt = 0
  return async (progress) => {
    if (progress.done !== progress.total && Date.now() - writtenAt < progressEveryMs) return
    writtenAt = Date.now()
    await needs.transaction(({ jobs }) => jobs.progress(jobId, progress))
  }
}

const now = () => new Date().toISOString()

const gaveUp: JobRunEnd = {
  failed: { code: 'gave-up', message: `It was started ${maximumAttempts} times and never came to an end.` },
}
