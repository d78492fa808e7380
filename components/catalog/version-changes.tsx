'use client'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { ChangeList } from '../diff/change-list'
import { changesByRule } from '../diff/changes-by-rule'
import { cn } from '../ui/cn'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import { versionChangesQuery } from './versions-query'

type VersionChangesProps = { readonly plan: string; readonly version: number }

/** What changed against the version before, read when it is asked for. */
export const VersionChanges = ({ plan, version }: VersionChangesProps) => {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="focus-ring -ml-1 flex h-7 items-center gap-1 rounded-sm px-1 text-ink-2 text-xs hover:text-ink"
      >
        <ChevronRight
          aria-hidden="true"
          className={cn('size-3.5 transition-transform', open && 'rotate-90')}
        />
        What changed<span className="sr-only"> in version {version}</span>
      </button>
      {open ? <Changes plan={plan} version={version} /> : null}
    </div>
  )
}

const Changes = ({ plan, version }: VersionChangesProps) => {
  const { data, error, refetch } = useQuery(versionChangesQuery(plan, version))
  if (error) return <FailureNote error={error} onRetry={() => refetch()} />
  if (!data) return <SkeletonRows label="Comparing" />
  if (data.changes.length === 0)
    return <p className="py-2 text-ink-3">Nothing that changes the meaning of a rule.</p>
  return (
    <div className="flex flex-col gap-3 py-2 pl-4">
      {changesByRule(data.changes).map(({ rule, changes }) => (
        <div key={`${rule.type} ${rule.key} ${rule.version}`}>
          <h2 className={cn('text-sm', rule.key === null ? 'font-medium' : 'font-mono')}>
            {ruleTitle(rule)}
          </h2>
          <ChangeList changes={changes} past />
        </div>
      ))}
    </div>
  )
}
