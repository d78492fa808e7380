import { Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EditGroupView } from '@/contracts/review-view'
import { Badge } from '../ui/badge'
import { cn } from '../ui/cn'
import { ruleTitle } from '../ui/rule-title'
import { DecisionBadge } from './decision-badge'
import { editKindLook } from './edit-kind'
import { countOfRules, type GroupState } from './group-state'

type GroupHeadProps = {
  readonly id: string
  readonly group: EditGroupView
  readonly state: GroupState
  /** Authors that are not the request's. */
  readonly by: readonly string[]
  readonly children: ReactNode
}

/** What a group is about: the event, or how many do the same, with one of them as example. */
export const GroupHead = ({ id, group: { edits }, state, by, children }: GroupHeadProps) => {
  const [first] = edits
  if (!first) return null
  const isOne = edits.length === 1
  const { tone, icon } = editKindLook[first.kind]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h3 id={id} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        {isOne ? null : (
          <span className="flex items-center gap-1.5 font-medium text-ink">
            <Layers aria-hidden="true" className="size-3.5 text-ink-3" />
            The same in {countOfRules(edits)}
          </span>
        )}
        {isOne ? null : <span className="text-ink-3">for example</span>}
        <span className={cn('break-all font-medium text-ink', first.key !== null && 'font-mono')}>
          {ruleTitle(first)}
        </span>
        {first.newKey ? <span className="break-all font-medium font-mono">→ {first.newKey}</span> : null}
        {first.version > 1 ? <span className="text-ink-3 text-xs">version {first.version}</span> : null}
        <Badge tone={tone} icon={icon}>
          {first.kind}
        </Badge>
        <DecisionBadge state={state} of={edits.length} />
      </h3>
      {by.length > 0 ? <span className="text-ink-3 text-xs">by {by.join(', ')}</span> : null}
      <div className="ml-auto flex flex-wrap gap-1">{children}</div>
    </div>
  )
}
