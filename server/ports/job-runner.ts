import type { JobKind, JobView } from '@/contracts/job'
import type { Json } from '@/domain/plan/json'
import type { JobPayloads } from './job-store'

/** How one run of a job ended. `retry`: it is queued again, after `afterMs` where that is given. */
export type JobRunEnd =
  /** It put itself back into the queue (`waitUntil`). */
  | { readonly waits: true }
  | { readonly done: Json }
  | { readonly retry: { readonly code: string; readonly message: string; readonly afterMs?: number } }
  | { readonly failed: { readonly code: string; readonly message: string } }

/** One run of a job. It may have run before, and may have been killed anywhere while it did. */
export type JobRun<K extends JobKind> = {
  readonly id: string
  readonly payload: JobPayloads[K]
  /** 1 for the first run. */
  readonly attempt: number
  /** A `retry` from this run counts as failed. */
  readonly lastAttempt: boolean
  /** Shown on the job; written at most a few times a second, the last one always. */
  readonly progress: (progress: NonNullable<JobView['progress']>) => Promise<void>
  /** Fires when the worker has to go: end soon, with what is safe to repeat left for the next start. */
  readonly signal: AbortSignal
}

export type JobHandlers = { readonly [K in JobKind]: (run: JobRun<K>) => Promise<JobRunEnd> }

/** Something the worker does at set times, once for all workers. `cron` is a crontab time such as `0 * * * *` (each full hour), in UTC. */
export type PeriodicTask = { readonly name: string; readonly cron: string; readonly run: () => Promise<void> }

export type JobWorker = {
  /** Takes no more jobs, lets running ones end for a while, and gives up the rest to the next start. */
  readonly stop: () => Promise<void>
}

export type RunJobs = (work: {
  readonly handlers: JobHandlers
  readonly periodic: readonly PeriodicTask[]
  /** How many jobs at once. */
  readonly concurrency: number
  /** Ends the wait for a database that is not there yet. */
  readonly signal?: AbortSignal
}) => Promise<JobWorker>
