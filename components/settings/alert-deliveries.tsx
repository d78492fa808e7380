'use client'
import { useQuery } from '@tanstack/react-query'
import { FailureNote } from '../data/failure-note'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { Status } from '../ui/status'
import { alertDeliveriesQuery } from './alert-queries'
import { statusLook } from './alert-words'

/** The newest alerts of a rule, and what the other side said. */
export const AlertDeliveries = ({ rule }: { readonly rule: string }) => {
  const { data, error, refetch } = useQuery(alertDeliveriesQuery(rule))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} className="mt-2" />
  if (!data) return <SkeletonRows label="Reading the last alerts" />
  if (data.data.length === 0)
    return <p className="mt-2 text-ink-3 text-sm">It has not alerted of anything yet.</p>
  return (
    <ul aria-label="Last alerts" className="mt-2 flex flex-col gap-2 border-line border-t pt-2">
      {data.data.map(({ id, title, status, attempts, said, createdAt, triedAt }) => {
        const { tone, icon, word } = statusLook[status]
        return (
          <li key={id} className="text-sm">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 break-words">{title}</span>
              <Status tone={tone} icon={icon}>
                {word} <RelativeTime at={triedAt ?? createdAt} />
                {attempts > 1 ? `, ${attempts} tries` : null}
              </Status>
            </div>
            {said === null ? null : <p className="break-words text-ink-3 text-xs">{said}</p>}
          </li>
        )
      })}
    </ul>
  )
}
