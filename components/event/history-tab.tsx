'use client'
import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { EmptyState } from '../ui/empty-state'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { TextLink } from '../ui/text-link'
import { ruleHistoryQuery } from './event-queries'
import { PropertyBlameTable } from './property-blame-table'
import type { RulePlace } from './rule-place'

type HistoryTabProps = { readonly place: RulePlace; readonly version: number | null }

/** Who changed the rule, when, why, and what. */
export const HistoryTab = ({ place, version }: HistoryTabProps) => {
  const { data, error, refetch } = useQuery(ruleHistoryQuery(place, version))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!data) return <SkeletonRows label="Reading the history" />
  if (data.length === 0) return <EmptyState icon={History} title="No history yet" />
  return (
    <div className="flex flex-col gap-6">
      <PropertyBlameTable place={place} version={version} />
      <ol className="flex flex-col">
        {data.map((entry) => (
          <li
            key={entry.from}
            className="flex flex-col gap-1 border-line border-b py-3 first:pt-0 sm:flex-row sm:gap-6"
          >
            <div className="w-32 shrink-0 text-sm">
              <TextLink href={pages.rule(place.plan, entry.id, { v: entry.from })}>
                Version {entry.from}
              </TextLink>
              <p className="text-ink-3 text-xs">
                {entry.to === null ? 'stands until now' : `until version ${entry.to - 1}`}
              </p>
            </div>
            <div className="min-w-0 flex-1 text-sm">
              <p className="text-ink-2">
                {entry.by}, <RelativeTime at={entry.at} />
                {entry.changeRequest === null ? null : (
                  <>
                    {' in '}
                    <TextLink href={pages.changeRequest(place.plan, entry.changeRequest)}>
                      #{entry.changeRequest}
                    </TextLink>
                  </>
                )}
              </p>
              {entry.changes.length > 0 ? (
                <ul className="mt-1 list-disc pl-4 marker:text-ink-3">
                  {entry.changes.map((change) => (
                    <li key={`${change.kind} ${change.pointer} ${change.sentence}`}>{change.sentence}</li>
                  ))}
                </ul>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
