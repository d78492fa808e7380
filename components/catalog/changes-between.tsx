'use client'
import { useQuery } from '@tanstack/react-query'
import { FailureNote } from '../data/failure-note'
import { ChangeList } from '../diff/change-list'
import { changesByRule } from '../diff/changes-by-rule'
import { cn } from '../ui/cn'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { versionChangesQuery } from './versions-query'

type ChangesBetweenProps = { readonly plan: string; readonly from: number; readonly to: number }

/** What changed between two versions of a plan, event by event. */
export const ChangesBetween = ({ plan, from, to }: ChangesBetweenProps) => {
  const { data, error, refetch } = useQuery(versionChangesQuery(plan, from, to))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!data) return <SkeletonRows label="Comparing" />
  if (data.changes.length === 0)
    return <p className="py-2 text-ink-3">Nothing that changes the meaning of a rule.</p>
  return (
    <div className="flex flex-col gap-3 py-2 pl-4">
      {changesByRule(data.changes).map(({ rule, changes }) => (
        <div key={`${rule.type} ${rule.key} ${rule.version}`}>
          <h3 className={cn('text-sm', rule.key === null ? 'font-medium' : 'font-mono')}>
            {ruleTitle(rule)}
          </h3>
          <ChangeList changes={changes} past />
        </div>
      ))}
    </div>
  )
}
