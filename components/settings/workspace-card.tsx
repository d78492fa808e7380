'use client'
import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert, FlaskConical, Trash2 } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import type { ConnectedWorkspace, WorkspaceView } from '@/contracts/workspace'
import { JobProgress } from '../data/job-progress'
import { unwrapAction } from '../data/unwrap-action'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'
import { RelativeTime } from '../ui/relative-time'
import { TextLink } from '../ui/text-link'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import { LookAgain } from './look-again'
import type { WorkspaceActions } from './workspace-actions'

type WorkspaceCardProps = {
  readonly workspace: WorkspaceView
  readonly plans: readonly PlanView[]
  /** The job that reads the workspace now. */
  readonly jobId: string | null
  readonly onJobEnd: () => void
  readonly onStarted: (started: ConnectedWorkspace) => void
  /** Null for whoever may not. */
  readonly actions: Pick<WorkspaceActions, 'removeWorkspace' | 'removeDemo' | 'syncWorkspace'> | null
}

/** One connected workspace: its plans, how far their reading is, and the way to remove it. */
export const WorkspaceCard = ({
  workspace,
  plans,
  jobId,
  onJobEnd,
  onStarted,
  actions,
}: WorkspaceCardProps) => (
  <section aria-label={workspace.name} className="border-line border-t py-4">
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold text-base">
          {workspace.name}
          {workspace.demo ? (
            <Badge tone="warn" icon={FlaskConical}>
              Demo
            </Badge>
          ) : null}
        </h2>
        <p className="mt-0.5 break-words text-ink-2 text-sm">
          <span className="font-mono text-[0.95em]">{workspace.slug}</span>, {workspace.region.toUpperCase()},{' '}
          <span className="break-all">{workspace.apiUrl}</span>, connected{' '}
          <RelativeTime at={workspace.connectedAt} />
        </p>
      </div>
      {actions ? (
        <div className="flex flex-wrap gap-2">
          <LookAgain id={workspace.id} syncWorkspace={actions.syncWorkspace} onStarted={onStarted} />
          <RemoveWorkspace workspace={workspace} plans={plans.length} actions={actions} />
        </div>
      ) : null}
    </div>
    {workspace.problem ? (
      <ErrorNote
        className="mt-3"
        title={workspace.problem.message}
        kept="What was read before stays as it is."
        todo={
          <>
            Noticed <RelativeTime at={workspace.problem.at} />. It is tried again by itself; with a new token,
            connect the workspace once more.
          </>
        }
      />
    ) : null}
    {jobId ? (
      <div className="mt-3 max-w-md">
        <JobProgress jobId={jobId} label="Reading the workspace" onDone={onJobEnd} onFailed={onJobEnd} />
      </div>
    ) : null}
    <ul aria-label={`Plans of ${workspace.name}`} className="mt-3 flex flex-col gap-2">
      {plans.map((plan) => (
        <PlanLine key={plan.id} plan={plan} onJobEnd={onJobEnd} />
      ))}
      {plans.length === 0 ? <li className="text-ink-3 text-sm">It has no tracking plan.</li> : null}
    </ul>
  </section>
)

const PlanLine = ({ plan, onJobEnd }: { readonly plan: PlanView; readonly onJobEnd: () => void }) => (
  <li className="text-sm">
    <p className="flex flex-wrap items-baseline gap-x-3">
      <TextLink href={pages.catalog(plan.id)}>{plan.name}</TextLink>
      <span className="text-ink-3 text-xs">
        {plan.headVersion === null ? (
          'not read yet'
        ) : (
          <>
            version {plan.headVersion}, {plan.rules.toLocaleString('en')} rules
            {plan.lastSeenAt ? (
              <>
                , read <RelativeTime at={plan.lastSeenAt} />
              </>
            ) : null}
          </>
        )}
      </span>
    </p>
    {plan.syncJobId ? (
      <div className="mt-1 max-w-md">
        <JobProgress
          jobId={plan.syncJobId}
          label={`Reading ${plan.name}`}
          onDone={onJobEnd}
          onFailed={onJobEnd}
        />
      </div>
    ) : plan.problem ? (
      <p className="mt-0.5 flex items-start gap-1.5 text-ink-2">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-bad" />
        <span>
          <span className="sr-only">Failed: </span>
          {plan.problem.message}
        </span>
      </p>
    ) : null}
  </li>
)

type RemoveWorkspaceProps = {
  readonly workspace: WorkspaceView
  readonly plans: number
  readonly actions: Pick<WorkspaceActions, 'removeWorkspace' | 'removeDemo'>
}

const RemoveWorkspace = ({ workspace, plans, actions }: RemoveWorkspaceProps) => {
  const queries = useQueryClient()
  const remove = async () => {
    await unwrapAction(
      workspace.demo ? actions.removeDemo({}) : actions.removeWorkspace({ id: workspace.id }),
    )
    toast.success(workspace.demo ? 'The demo is gone' : `${workspace.name} is removed`)
    await queries.invalidateQueries()
  }
  const its = plans === 1 ? 'its plan' : `its ${plans} plans`
  return (
    <Confirm
      trigger={(open) => (
        <Button icon={<Trash2 aria-hidden="true" />} onClick={open}>
          {workspace.demo ? 'Remove the demo' : 'Remove'}
        </Button>
      )}
      title={workspace.demo ? 'Remove the demo?' : `Remove ${workspace.name}?`}
      description={
        <ul className="list-disc space-y-1 pl-4">
          <li>
            {workspace.name} with {its}, every version, change request, comment and violation of it goes, for
            good.
          </li>
          {workspace.demo ? <li>All demo people lose their access at once, and are signed out.</li> : null}
          <li>Its webhook addresses stop working.</li>
          <li>The audit log stays.</li>
          <li>Nothing changes in Segment.</li>
        </ul>
      }
      confirm={workspace.demo ? 'Remove the demo' : 'Remove the workspace'}
      run={remove}
    />
  )
}
