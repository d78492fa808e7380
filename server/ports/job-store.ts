import type { JobKind, JobView } from '@/contracts/job'
import type { Edit } from '@/domain/plan/edit'
import type { Json } from '@/domain/plan/json'
import type { Route } from '@/domain/sources/route'

export type RouteAddress = {
  readonly workspaceId: string
  readonly sourceId: string
  readonly route: Route
}

/** What each kind of job is told. */
export type JobPayloads = {
  'sync-workspace': { readonly workspaceId: string }
  'sync-plan': { readonly planId: string }
  publish: { readonly planId: string; readonly number: number }
  'publish-ours': { readonly planId: string; readonly rules: readonly Json[] }
  'pull-metrics': { readonly workspaceId: string }
  'run-checks': { readonly planId: string; readonly number: number }
  /** Of a change request, or of edits that are in none. */
  replay: { readonly planId: string } & (
    | { readonly number: number }
    | { readonly baseVersion: number; readonly edits: readonly Edit[] }
  )
  'connect-route': RouteAddress
  'disconnect-route': RouteAddress
  'deliver-alert': { readonly deliveryId: string }
  'send-digest': { readonly letterId: string }
}

export type JobStore = {
  /**
   * Adds a job in this transaction. With `singleKey`, an unfinished job of the same key is returned instead.
   * Returns the job's id.
   */
  readonly add: <K extends JobKind>(job: {
    readonly kind: K
    readonly payload: JobPayloads[K]
    readonly subject: string | null
    readonly singleKey?: string
    readonly requestedBy: string | null
    readonly runAt?: string
  }) => Promise<string>
  readonly find: (id: string) => Promise<JobView | null>
  /** Newest first. */
  readonly list: (query: {
    readonly status?: JobView['status']
    readonly limit: number
    readonly cursor?: string
  }) => Promise<{ readonly jobs: readonly JobView[]; readonly nextCursor: string | null }>
  readonly unfinished: (singleKey: string) => Promise<string | null>
  readonly start: (id: string, at: string) => Promise<void>
  readonly progress: (id: string, progress: NonNullable<JobView['progress']>) => Promise<void>
  readonly succeed: (id: string, at: string, result: Json) => Promise<void>
  readonly fail: (
    id: string,
    at: string,
    error: { readonly code: string; readonly message: string },
  ) => Promise<void>
  /** Back to `queued` with the error of the last attempt shown; runs again at `runAt`. */
  readonly retryLater: (
    id: string,
    error: { readonly code: string; readonly message: string },
    runAt: string,
  ) => Promise<void>
  /**
   * For a run that has nothing to do yet, in the transaction that found so: queued again, to run at `runAt` but not
   * within a second. It counts as no attempt.
   */
  readonly waitUntil: (id: string, runAt: string) => Promise<void>
  /** A job that waits runs at `runAt` instead. One that runs at this moment has to look for itself. */
  readonly reschedule: (id: string, runAt: string) => Promise<void>
  /** Takes an unfinished job off the queue. */
  readonly cancel: (id: string, at: string) => Promise<void>
  /** From now on it is the unfinished job of this key; there is no other. */
  readonly takeKey: (id: string, singleKey: string) => Promise<void>
  /** The newest heartbeat of any worker; workers write theirs themselves, every five seconds. */
  readonly lastBeat: () => Promise<string | null>
  /** Drops finished jobs that only looked (syncs, metrics, checks) and ended before an instant; publishes stay. */
  readonly prune: (before: string) => Promise<void>
}
