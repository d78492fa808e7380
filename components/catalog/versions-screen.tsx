'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheck, History } from 'lucide-react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { TextLink } from '../ui/text-link'
import { CompareVersions } from './compare-versions'
import { VersionChanges } from './version-changes'
import { versionsQuery } from './versions-query'

/** Every version of a plan, who made it and why; each can be browsed, and any two compared. */
export const VersionsScreen = ({ planId }: { readonly planId: string }) => {
  const query = useInfiniteQuery(versionsQuery(planId))
  const versions = query.data?.pages.flatMap((page) => page.data) ?? []
  const newest = versions[0]?.version ?? 0
  return (
    <Page width="narrow">
      <PageHeader
        title="Versions"
        meta="A version never changes. Publishing a change request makes the next one."
      />
      {query.error ? <FailureNote error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <SkeletonRows label="Reading the versions" /> : null}
      {query.isSuccess && versions.length === 0 ? (
        <EmptyState icon={History} title="No version yet">
          Version 1 is what Segment holds when the plan is read for the first time.
        </EmptyState>
      ) : null}
      {newest > 1 ? <CompareVersions plan={planId} newest={newest} /> : null}
      <ol className="flex flex-col">
        {versions.map((each) => (
          <li key={each.version} className="flex flex-col gap-1 border-line border-b py-3 text-sm">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink
                href={pages.catalog(planId, { v: each.version })}
                className="font-medium tabular-nums"
              >
                Version {each.version}
              </TextLink>
              {each.liveOn.length > 0 ? (
                <Badge tone="good" icon={CircleCheck}>
                  live at {each.liveOn.join(', ')}
                </Badge>
              ) : null}
              <span className="text-ink-3">
                {each.by}, <RelativeTime at={each.at} />
              </span>
            </div>
            <p className="text-ink-2">
              {each.note}
              {each.changeRequest === null ? null : (
                <>
                  {each.note ? ' ' : ''}
                  <TextLink href={pages.changeRequest(planId, each.changeRequest)}>
                    #{each.changeRequest}
                  </TextLink>
                </>
              )}
            </p>
            {each.version > 1 ? <VersionChanges plan={planId} version={each.version} /> : null}
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button className="mt-4" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          Show older ones
        </Button>
      ) : null}
    </Page>
  )
}
