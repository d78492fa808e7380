'use client'
import type { useInfiniteQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import { showPlace } from '@/domain/diff/describe-change'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { Status } from '../ui/status'
import { Table, Td, Th } from '../ui/table'
import { TextLink } from '../ui/text-link'

type ViolationsTabProps = {
  readonly rows: readonly ViolationView[]
  readonly query: Pick<
    ReturnType<typeof useInfiniteQuery>,
    'error' | 'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
  >
}

/** What is broken about this event, newest first. */
export const ViolationsTab = ({ rows, query }: ViolationsTabProps) => {
  if (query.error) return <FailureNote error={query.error} onRetry={() => query.refetch()} />
  if (query.isPending) return <SkeletonRows label="Reading the violations" />
  if (rows.length === 0)
    return (
      <EmptyState icon={CircleCheck} title="No violations have been seen">
        They appear here as soon as Segment forwards one for this event.
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-3">
      <Table aria-label="Violations of this event">
        <thead>
          <tr>
            <Th>Where</Th>
            <Th>What</Th>
            <Th>Status</Th>
            <Th className="text-right">Count</Th>
            <Th className="text-right max-sm:hidden">Last seen</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <Td className="font-mono text-[0.95em] [overflow-wrap:anywhere]">
                <TextLink href={pages.violation(row.id)}>
                  {row.pointer ? showPlace(row.pointer) : 'the event'}
                </TextLink>
              </Td>
              <Td className="text-ink-2">{row.message}</Td>
              <Td>
                {row.status === 'open' ? (
                  <Status tone="bad" icon={CircleAlert}>
                    open
                  </Status>
                ) : (
                  <Status tone="quiet" icon={CircleDashed}>
                    {row.status.replaceAll('-', ' ')}
                  </Status>
                )}
              </Td>
              <Td className="text-right">{row.count.toLocaleString('en')}</Td>
              <Td className="whitespace-nowrap text-right max-sm:hidden">
                <RelativeTime at={row.lastSeen} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {query.hasNextPage ? (
        <Button
          className="self-start"
          pending={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </div>
  )
}
