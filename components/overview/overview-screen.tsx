'use client'
import { useQuery } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { SkeletonRows } from '../ui/skeleton'
import { Activity } from './activity'
import { overviewQuery } from './overview-query'
import { PlanList } from './plan-list'
import { RequestList } from './request-list'
import { StageLines } from './stage-lines'
import { Suggestions } from './suggestions'
import { ViolationTrend } from './violation-trend'
import { ViolationTriage } from './violation-triage'

/** Is our tracking healthy, and what waits for me? */
export const OverviewScreen = () => {
  const { data: overview, error, refetch } = useQuery(overviewQuery())
  const mayConnect = useCan('connect-workspace')
  if (!overview)
    return (
      <Page>
        {error ? (
          <FailureNote error={error} onRetry={() => refetch()} />
        ) : (
          <SkeletonRows label="Reading the overview" />
        )}
      </Page>
    )
  if (overview.plans.length === 0)
    return (
      <Page>
        <PageHeader title="Overview" />
        <EmptyState
          icon={Plug}
          title="No tracking plan is here yet"
          actions={
            mayConnect ? (
              <LinkButton variant="primary" href={pages.settings('workspaces')}>
                Connect a workspace
              </LinkButton>
            ) : null
          }
        >
          {mayConnect
            ? 'Connect a Segment workspace: its tracking plans are read, and nothing is changed there.'
            : 'An administrator has to connect a Segment workspace first.'}
        </EmptyState>
      </Page>
    )
  return (
    <Page className="flex flex-col gap-8">
      <div className="-mb-6">
        <PageHeader title="Overview" />
      </div>
      <Suggestions items={overview.suggestions} />
      <PlanList plans={overview.plans} />
      <StageLines lines={overview.lines} />
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <RequestList
          title="Waiting for you"
          requests={overview.waitingForMe}
          hasKeys
          empty="Nothing waits for you."
          all={
            overview.waitingForMe.length === 0
              ? null
              : { href: pages.changeRequests({ waiting: true }), label: 'All that wait for you' }
          }
        />
        <RequestList
          title="Your open requests"
          requests={overview.mine}
          empty="You have no open change request. Propose one from the page of an event."
          all={{ href: pages.changeRequests(), label: 'All change requests' }}
        />
        <ViolationTrend trend={overview.trend} open={overview.openViolations} />
        <ViolationTriage triage={overview.triage} />
        <Activity entries={overview.activity} />
      </div>
    </Page>
  )
}
