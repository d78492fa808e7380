import type { JobKind } from '@/contracts/job'
import type { Actor, Context } from '@/server/ports/context'
import type { JobHandlers, JobRun } from '@/server/ports/job-runner'
import { deliverAlert } from '@/server/usecases/alerts/deliver-alert'
import { runPublish } from '@/server/usecases/change-requests/run-publish'
import { runChecks } from '@/server/usecases/checks/run-checks'
import { sendDigest } from '@/server/usecases/digests/send-digest'
import { publishOurs } from '@/server/usecases/drift/publish-ours'
import { syncPlan } from '@/server/usecases/plans/sync-plan'
import { runReplay } from '@/server/usecases/replay/run-replay'
import { connectRoute } from '@/server/usecases/sources/connect-route'
import { disconnectRoute } from '@/server/usecases/sources/disconnect-route'
import { pullMetrics } from '@/server/usecases/violations/pull-metrics'
import { syncWorkspace } from '@/server/usecases/workspaces/sync-workspace'

/** What is done for each kind of job. Each run may be a repetition of one that was killed anywhere. */
export const jobHandlers = (contextFor: (actor: Actor) => Context): JobHandlers => {
  const contextOf = ({ id }: JobRun<JobKind>) =>
    contextFor({ kind: 'job', personId: null, name: 'Plumbline', jobId: id })
  return {
    'sync-workspace': (run) => syncWorkspace(contextOf(run), run.payload),
    'sync-plan': (run) => syncPlan(contextOf(run), { ...run.payload, progress: run.progress }),
    'pull-metrics': (run) => pullMetrics(contextOf(run), run.payload),
    'run-checks': (run) => runChecks(contextOf(run), { ...run.payload, ...run }),
    replay: (run) => runReplay(contextOf(run), run),
    'deliver-alert': (run) => deliverAlert(contextOf(run), run),
    'send-digest': (run) => sendDigest(contextOf(run), run),
    publish: (run) => runPublish(contextOf(run), { ...run.payload, jobId: run.id }),
    'connect-route': (run) => connectRoute(contextOf(run), { ...run.payload, ...run }),
    'disconnect-route': (run) => disconnectRoute(contextOf(run), { ...run.payload, ...run }),
    'publish-ours': (run) => publishOurs(contextOf(run), { ...run.payload, jobId: run.id }),
  }
}
