'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AlertDeliveryView } from '@/contracts/alert'
import { FailureNote } from '../data/failure-note'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { Status } from '../ui/status'
import { WindowSections } from '../ui/window-sections'
import { alertDeliveriesQuery } from './alert-queries'
import { statusLook } from './alert-words'

/** The newest alerts of a rule, and what the other side said. */
export const AlertDeliveries = ({ rule }: { readonly rule: string }) => {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    alertDeliveriesQuery(rule),
  )
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} className="mt-2" />
    ) : (
      <SkeletonRows label="Reading the last alerts" />
    )
  const deliveries = data.pages.flatMap((page) => page.data)
  if (deliveries.length === 0)
    return <p className="mt-2 text-ink-3 text-sm">It has not alerted of anything yet.</p>
  return (
    <div className="mt-2 border-line border-t pt-2">
      <WindowSections
        label="Last alerts"
        count={deliveries.length}
        estimate={46}
        keyOf={(index) => deliveries[index]?.id ?? String(index)}
        onMore={() => {
          if (hasNextPage && !isFetchingNextPage) fetchNextPage()
        }}
        section={(index) => {
          const delivery = deliveries[index]
          return delivery ? <Delivery delivery={delivery} /> : null
        }}
      />
    </div>
  )
}

const Delivery = ({
  delivery: { title, status, attempts, said, createdAt, triedAt },
}: {
  readonly delivery: AlertDeliveryView
}) => {
  const { tone, icon, word } = statusLook[status]
  return (
    <div className="pb-2 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 break-words">{title}</span>
        <Status tone={tone} icon={icon}>
          {word} <RelativeTime at={triedAt ?? createdAt} />
          {attempts > 1 ? `, ${attempts} tries` : null}
        </Status>
      </div>
      {said === null ? null : <p className="break-words text-ink-3 text-xs">{said}</p>}
    </div>
  )
}
