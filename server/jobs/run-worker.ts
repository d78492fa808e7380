import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Runner, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import { type JobKind, jobKinds } from '@/contracts/job'
import type { Log } from '@/server/log/log'
import type { Context } from '@/server/ports/context'
import type { JobHandlers, JobWorker, PeriodicTask } from '@/server/ports/job-runner'
import { beat, endBeat, freeJobsOfTheDead } from './heartbeat'
import { queueLog } from './queue-log'
import { type JobNeeds, runJob } from './run-job'
import { workerId } from './worker-id'

const beatEveryMs = 5_000
const stopWithinMs = 20_000
const restartAfterMs = 2_000

export type WorkerNeeds = {
  /** At least `concurrency` + 3 connections; has listeners for errors (see `openDatabase`). */
  readonly pool: Pool
  readonly transaction: Context['transaction']
  readonly handlers: JobHandlers
  readonly periodic: readonly PeriodicTask[]
  readonly concurrency: number
  /** Ends the wait for a database that is not there yet. */
  readonly signal?: AbortSignal
  readonly log: Log
}

/**
 * Takes jobs until it is stopped: at least once each, with a heartbeat, freeing the jobs of workers that died. When
 * the database is not there, or goes away for long so that the queue's runner ends, a new one is tried until it is back.
 */
export const runWorker = async (needs: WorkerNeeds): Promise<JobWorker> => {
  const stopping = new AbortController()
  needs.signal?.addEventListener('abort', () => stopping.abort(), { once: true })
  const first = await begun(needs, stopping.signal)
  if (!first) return { stop: async () => {} }
  let life = first
  const lives = (async () => {
    for (;;) {
      await life.ended.catch((error: unknown) => needs.log.error({ err: error }, 'The job queue ended'))
      life.silence()
      await wait(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      const next = await begun(needs, stopping.signal)
      if (!next) return
      life = next
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      const ended = life.stop()
      await Promise.race([ended.then(() => lives), wait(stopWithinMs, undefined, { ref: false })])
    },
  }
}

type Life = {
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
  readonly silence: () => void
}

const startLife = async (needs: WorkerNeeds): Promise<Life> => {
  await freeJobsOfTheDead(needs.pool)
  const events = new EventEmitter() as WorkerEvents
  const ids: string[] = []
  const beats = every(beatEveryMs, needs.log, async () => {
    // First a sign of our own life: after an outage of the database it is stale too.
    for (const id of ids) await beat(needs.pool, id)
    await freeJobsOfTheDead(needs.pool)
  })
  const silence = () => clearInterval(beats)
  events.on('pool:create', ({ workerPool }) => ids.push(workerId(workerPool.id)))
  try {
    const runner = await startRunner(needs, events)
    for (const id of ids) await beat(needs.pool, id)
    return {
      ended: runner.promise,
      silence,
      stop: async () => {
        await runner.stop()
        silence()
        for (const id of ids) await endBeat(needs.pool, id)
      },
    }
  } catch (error) {
    silence()
    throw error
  }
}

const startRunner = (
  { pool, concurrency, log, ...needs }: WorkerNeeds,
  events: WorkerEvents,
): Promise<Runner> =>
  run({
    pgPool: pool,
    concurrency,
    events,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: queueLog(log),
    taskList: { ...jobTasks({ ...needs, log }), ...periodicTasks(needs.periodic) },
    crontab: needs.periodic.map(({ name, cron }) => `${cron} ${name} ?max=3`).join('\n'),
  })

const jobTasks = (needs: JobNeeds): TaskList =>
  Object.fromEntries(
    jobKinds.map((kind): [JobKind, Task] => [
      kind,
      (entry, { abortSignal }) => runJob(needs, kind, entry, abortSignal),
    ]),
  )

const periodicTasks = (periodic: readonly PeriodicTask[]): TaskList =>
  Object.fromEntries(periodic.map(({ name, run: task }) => [name, task]))

const begun = async (needs: WorkerNeeds, stopping: AbortSignal): Promise<Life | null> => {
  while (!stopping.aborted) {
    try {
      return await startLife(needs)
    } catch (error) {
      needs.log.warn({ err: error }, 'The job queue cannot start yet')
      await wait(restartAfterMs, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return null
}

/** Repeats work whose failures pass by themselves. */
const every = (ms: number, log: Log, work: () => Promise<unknown>) =>
  setInterval(() => {
    work().catch((error: unknown) => log.warn({ err: error }, 'The worker could not reach the database'))
  }, ms)
