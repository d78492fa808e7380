import type { Context } from '@/server/ports/context'
import type { PeriodicTask } from '@/server/ports/job-runner'
import { alertOfCounts } from '@/server/usecases/alerts/alert-of-counts'
import { alertOfMoments } from '@/server/usecases/alerts/alert-of-moments'
import { keepArrivalDays } from '@/server/usecases/arrivals/keep-arrival-days'
import { noteAuditHead } from '@/server/usecases/audit/note-audit-head'
import { scheduleChecks } from '@/server/usecases/checks/schedule-checks'
import { writeDigests } from '@/server/usecases/digests/write-digests'
import { changingDays, countDays } from '@/server/usecases/insights/count-days'
import { pruneJobs } from '@/server/usecases/jobs/prune-jobs'
import { releaseLostPublishes } from '@/server/usecases/publish-queue/release-lost-publishes'
import { countBrokenCalls } from '@/server/usecases/sources/count-broken-calls'
import { pruneTraffic } from '@/server/usecases/traffic/prune-traffic'
import { explainViolations } from '@/server/usecases/violations/explain-violations'
import { routeOwners } from '@/server/usecases/violations/route-owners'
import { settleViolations } from '@/server/usecases/violations/settle-violations'
import { weighViolations } from '@/server/usecases/violations/weigh-violations'
import { scheduleSyncs } from '@/server/usecases/workspaces/schedule-syncs'
import { scheduleWorkspaces } from '@/server/usecases/workspaces/schedule-workspaces'

/**
 * What happens by itself: changes made in Segment show within minutes, new plans and metrics within a
 * quarter of an hour; after an upgrade open requests are checked anew within a minute, and a publish whose
 * job gave up before it began says so as soon, and so are people alerted of violations. The head of the audit chain
 * is noted every hour, and room is made for the arrivals of the next days.
 */
export const periodicTasks = (ctx: Context): PeriodicTask[] => [
  { name: 'schedule-syncs', cron: '*/5 * * * *', run: () => scheduleSyncs(ctx) },
  { name: 'schedule-workspaces', cron: '7,22,37,52 * * * *', run: () => scheduleWorkspaces(ctx) },
  { name: 'schedule-checks', cron: '* * * * *', run: () => scheduleChecks(ctx) },
  { name: 'release-lost-publishes', cron: '* * * * *', run: () => releaseLostPublishes(ctx) },
  { name: 'settle-violations', cron: '* * * * *', run: () => settleViolations(ctx) },
  { name: 'route-owners', cron: '* * * * *', run: () => routeOwners(ctx) },
  { name: 'explain-violations', cron: '* * * * *', run: () => explainViolations(ctx) },
  { name: 'weigh-violations', cron: '*/5 * * * *', run: () => weighViolations(ctx) },
  { name: 'count-broken-calls', cron: '*/5 * * * *', run: () => countBrokenCalls(ctx) },
  // Today, and the end of yesterday; earlier days change by what is late.
  { name: 'count-today', cron: '*/5 * * * *', run: () => countDays(ctx, 2) },
  { name: 'count-days', cron: '33 * * * *', run: () => countDays(ctx, changingDays) },
  { name: 'alert-of-moments', cron: '* * * * *', run: () => alertOfMoments(ctx) },
  { name: 'write-digests', cron: '*/5 * * * *', run: () => writeDigests(ctx) },
  {
    name: 'alert-of-counts',
    cron: '3,8,13,18,23,28,33,38,43,48,53,58 * * * *',
    run: () => alertOfCounts(ctx),
  },
  { name: 'note-audit-head', cron: '11 * * * *', run: () => noteAuditHead(ctx) },
  { name: 'keep-arrival-days', cron: '17 * * * *', run: () => keepArrivalDays(ctx) },
  { name: 'prune-traffic', cron: '23 * * * *', run: () => pruneTraffic(ctx) },
  { name: 'prune-jobs', cron: '41 3 * * *', run: () => pruneJobs(ctx) },
]
