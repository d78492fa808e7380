'use client'
import { useState } from 'react'
import type { EditGroupView, GroupedEdit } from '@/contracts/review-view'
import { ruleKey } from '@/domain/plan/rule-id'
import type { DiffLayout } from '../diff/text-diff'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { ruleTitle } from '../ui/rule-title'
import { DecisionBadge } from './decision-badge'
import { EditTexts } from './edit-texts'
import { EditTools } from './edit-tools'
import { countOfRules, groupState } from './group-state'
import type { RequestPlace } from './request-actions'

/** How many edits are listed at first, and with each press on more. */
const page = 50

type GroupMembersProps = {
  readonly place: RequestPlace
  readonly group: EditGroupView
  readonly layout: DiffLayout
  readonly onRemove: ((edit: GroupedEdit) => void) | null
}

/** Every edit that a decision on a group is about, by name, each with its text on demand. */
export const GroupMembers = ({ place, group: { edits }, layout, onRemove }: GroupMembersProps) => {
  const [shown, setShown] = useState(page)
  return (
    <div className="mt-2 rounded-md border border-line">
      <ul aria-label={`The ${countOfRules(edits)} that change the same`} className="flex flex-col">
        {edits.slice(0, shown).map((edit) => (
          <Member key={ruleKey(edit)} place={place} edit={edit} layout={layout} onRemove={onRemove} />
        ))}
      </ul>
      {edits.length > shown ? (
        <div className="border-line border-t p-2 text-center">
          <Button size="sm" onClick={() => setShown(shown + page)}>
            Show {Math.min(page, edits.length - shown)} more of {edits.length}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type MemberProps = Omit<GroupMembersProps, 'group'> & { readonly edit: GroupedEdit }

const Member = ({ place, edit, layout, onRemove }: MemberProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="border-line border-b px-3 py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={cn('min-w-0 break-all text-ink', edit.key !== null && 'font-mono text-xs')}>
          {ruleTitle(edit)}
        </span>
        <DecisionBadge state={groupState({ edits: [edit] })} of={1} />
        <div className="ml-auto flex gap-1">
          <EditTools
            place={place}
            edit={edit}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
            onRemove={onRemove}
          />
        </div>
      </div>
      {isOpen ? <EditTexts place={place} edit={edit} layout={layout} /> : null}
    </li>
  )
}
