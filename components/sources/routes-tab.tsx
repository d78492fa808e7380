'use client'
import { useQuery } from '@tanstack/react-query'
import { FileUp, Info } from 'lucide-react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { useCan } from '../data/use-can'
import { LinkButton } from '../ui/link-button'
import { Note } from '../ui/note'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { RouteCard } from './route-card'
import { routeNames } from './route-words'
import type { SourceActions } from './source-actions'
import { routesQuery } from './source-queries'

type RoutesTabProps = {
  readonly id: string
  readonly planId: string | null
  readonly actions: SourceActions
  readonly origin: string
}

/** The ways in which violations of this source can come here: each set up, seen to work, or taken away again. */
export const RoutesTab = ({ id, planId, actions, origin }: RoutesTabProps) => {
  const { data, error, refetch } = useQuery(routesQuery(id))
  const mayConnect = useCan('connect-sources')
  const mayImport = useCan('triage-violations')
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the routes" />
    )
  return (
    <div className="flex flex-col gap-8">
      {mayConnect ? null : (
        <Note title="Looking only">Connecting a source takes the role steward or admin.</Note>
      )}
      {data.data.map((route) => (
        <RouteCard
          key={route.route}
          id={id}
          route={route}
          actions={actions}
          mayConnect={mayConnect}
          origin={origin}
        />
      ))}
      <Section
        title="Segment's own counts"
        description="Events that passed and events that Segment blocked, by reason and app version. Read every quarter of an hour for every source that follows a plan; there is nothing to set up. Counts only: what Segment lets pass in spite of a violation is not among them."
      >
        <p className="flex items-center gap-1.5 text-ink-2 text-sm">
          <Info aria-hidden="true" className="size-3.5 text-ink-3" />
          They stand under Health, and beside what arrived here.
        </p>
      </Section>
      <Section
        title={routeNames.import}
        description="For networks that Segment cannot reach: violations from the warehouse table, from files of forwarded events, or from the command line."
      >
        {planId && mayImport ? (
          <div>
            <LinkButton href={pages.importViolations(planId)} icon={<FileUp aria-hidden="true" />}>
              Bring in a file
            </LinkButton>
          </div>
        ) : (
          <p className="text-ink-2 text-sm">
            {planId ? 'Bringing files in takes the role contributor.' : 'This source follows no plan.'}
          </p>
        )}
      </Section>
    </div>
  )
}
