'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, Download, FlaskConical, GitCompareArrows, History, RefreshCw, Zap } from 'lucide-react'
import type { ActionResult } from '@/contracts/failure'
import type { JobStarted } from '@/contracts/job'
import { apiPaths, pages } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { FailureNote } from '../data/failure-note'
import { JobProgress } from '../data/job-progress'
import { planQuery } from '../data/plan-query'
import { unwrapAction } from '../data/unwrap-action'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'
import { LinkButton } from '../ui/link-button'
import { Menu, MenuItem } from '../ui/menu'
import { Note } from '../ui/note'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { Status } from '../ui/status'

export type StartSyncAction = (input: { readonly plan: string }) => Promise<ActionResult<JobStarted>>

type PlanHeaderProps = {
  readonly plan: PlanView
  /** Absent for whoever may not. */
  readonly startSync: StartSyncAction | null
}

/** Name of the plan, what is live, when it was last seen, and whatever is wrong with it. */
export const PlanHeader = ({ plan, startSync }: PlanHeaderProps) => {
  const queries = useQueryClient()
  const sync = useMutation({
    mutationFn: (start: StartSyncAction) => unwrapAction(start({ plan: plan.id })),
    onSuccess: ({ jobId }) =>
      queries.setQueryData(planQuery(plan.id).queryKey, (old) => old && { ...old, syncJobId: jobId }),
  })
  const jobId = plan.syncJobId
  const readAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['plan', plan.id] }),
      queries.invalidateQueries({ queryKey: ['catalog', plan.id] }),
      queries.invalidateQueries({ queryKey: ['frame'] }),
    ])
  return (
    <div className="flex flex-col gap-3 pb-4">
      <div className="-mb-4">
        <PageHeader
          title={plan.name}
          meta={<PlanFacts plan={plan} />}
          actions={
            <>
              {startSync ? (
                <Button
                  icon={<RefreshCw aria-hidden="true" />}
                  pending={sync.isPending || jobId !== null}
                  onClick={() => sync.mutate(startSync)}
                >
                  {jobId === null ? 'Sync now' : 'Syncing'}
                </Button>
              ) : null}
              <LinkButton href={pages.versions(plan.id)} icon={<History aria-hidden="true" />}>
                Versions
              </LinkButton>
              <ExportMenu plan={plan.id} />
            </>
          }
        />
      </div>
      {jobId ? (
        <div className="max-w-md">
          <JobProgress
            jobId={jobId}
            label="Reading the plan from Segment"
            onDone={readAgain}
            onFailed={readAgain}
          />
        </div>
      ) : null}
      {sync.error ? <FailureNote error={sync.error} /> : null}
      {plan.problem && !jobId ? (
        <ErrorNote
          title={plan.problem.message}
          kept={
            plan.lastSeenAt
              ? 'What you see is the last state that was read whole; nothing was half imported.'
              : 'Nothing was imported.'
          }
          todo={
            <>
              Noticed <RelativeTime at={plan.problem.at} />.
            </>
          }
        />
      ) : null}
      {plan.drift ? <DriftNote plan={plan} drift={plan.drift} /> : null}
    </div>
  )
}

const PlanFacts = ({ plan }: { readonly plan: PlanView }) => (
  <>
    <span className="flex items-center gap-1.5">
      {plan.workspace.name}
      {plan.workspace.demo ? (
        <Badge tone="warn" icon={FlaskConical}>
          Demo
        </Badge>
      ) : null}
    </span>
    {plan.headVersion !== null && plan.headVersion === plan.liveVersion ? (
      <Status tone="good" icon={CircleCheck}>
        Version {plan.headVersion} is live
      </Status>
    ) : plan.headVersion !== null ? (
      <Status tone="warn" icon={Zap}>
        Head is version {plan.headVersion}, live is {plan.liveVersion === null ? 'none' : plan.liveVersion}
      </Status>
    ) : null}
    {plan.sources.length > 0 ? (
      <span title={plan.sources.map(({ name }) => name).join(', ')}>
        {plan.sources.length === 1 ? '1 source' : `${plan.sources.length} sources`}
      </span>
    ) : null}
    {plan.lastSeenAt ? (
      <span>
        Read from Segment <RelativeTime at={plan.lastSeenAt} />
      </span>
    ) : null}
  </>
)

const DriftNote = ({
  plan,
  drift,
}: {
  readonly plan: PlanView
  readonly drift: { readonly rules: number }
}) => (
  <Note
    tone="warn"
    title={`Segment holds something else in ${drift.rules === 1 ? '1 rule' : `${drift.rules} rules`}.`}
    actions={
      <LinkButton href={pages.drift(plan.id)} icon={<GitCompareArrows aria-hidden="true" />}>
        Look at the drift
      </LinkButton>
    }
  >
    Somebody changed it there. Nothing was taken over and nothing overwritten.
  </Note>
)

const ExportMenu = ({ plan }: { readonly plan: string }) => (
  <Menu align="end" trigger={<Button icon={<Download aria-hidden="true" />}>Export</Button>}>
    <MenuItem onSelect={() => window.location.assign(apiPaths.exportPlan(plan, 'segment'))}>
      Segment JSON
    </MenuItem>
    <MenuItem onSelect={() => window.location.assign(apiPaths.exportPlan(plan, 'json'))}>
      JSON with versions
    </MenuItem>
    <MenuItem onSelect={() => window.location.assign(apiPaths.exportPlan(plan, 'csv'))}>CSV</MenuItem>
  </Menu>
)
