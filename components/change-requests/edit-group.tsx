'use client'
import { ChevronRight, Layers } from 'lucide-react'
import { useId } from 'react'
import type { EditGroupView, GroupedEdit } from '@/contracts/review-view'
import { ChangeList } from '../diff/change-list'
import type { DiffLayout } from '../diff/text-diff'
import { Button } from '../ui/button'
import { useRuleTalk } from './conversation/use-rule-talk'
import { EditTexts } from './edit-texts'
import { EditTools } from './edit-tools'
import { GroupDecision } from './group-decision'
import { GroupHead } from './group-head'
import { GroupMembers } from './group-members'
import { groupState } from './group-state'
import { NewProperties } from './new-properties'
import type { RequestActions, RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'

export type EditGroupProps = RequestPanel & {
  readonly place: RequestPlace
  readonly actions: RequestActions
  readonly group: EditGroupView
  readonly layout: DiffLayout
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onRemove: ((edit: GroupedEdit) => void) | null
  readonly onAskForChanges: (group: EditGroupView) => void
  /** Leads to a thread in the conversation. */
  readonly onThread: (thread: string) => void
}

/** Edits that do the same: what it means in sentences, who it is about, one decision, and the texts on demand. */
export const EditGroup = (props: EditGroupProps) => {
  const { place, actions, view, work, seen, group, layout, isOpen, onToggle, onRemove, onThread } = props
  const id = useId()
  const state = groupState(group)
  const talk = useRuleTalk({ place, actions, work, view, group, onThread })
  const [first] = group.edits
  if (!first) return null
  const isOne = group.edits.length === 1
  const others = [...new Set(group.edits.map(({ by }) => by))].filter((by) => by !== view.author)
  const isReviewed = view.status !== 'published' && view.status !== 'closed'
  return (
    <section aria-labelledby={id} className="border-line border-t pt-3 pb-5">
      <GroupHead id={id} group={group} state={state} by={others}>
        {isOne ? (
          <EditTools place={place} edit={first} isOpen={isOpen} onToggle={onToggle} onRemove={onRemove} />
        ) : (
          <Button
            size="sm"
            variant="ghost"
            aria-expanded={isOpen}
            data-key="enter"
            icon={
              isOpen ? (
                <ChevronRight aria-hidden="true" className="rotate-90" />
              ) : (
                <Layers aria-hidden="true" />
              )
            }
            onClick={onToggle}
          >
            Show all {group.edits.length}
          </Button>
        )}
      </GroupHead>
      <ChangeList changes={group.changes} past={view.status === 'published'} under={talk.under} />
      {talk.rest}
      {first.kind === 'new' ? <NewProperties place={place} edit={first} /> : null}
      {group.changes.length === 0 ? (
        <p className="py-2 text-ink-3">Only the layout of the JSON differs; its meaning is the same.</p>
      ) : null}
      {isReviewed ? (
        <GroupDecision
          view={view}
          group={group}
          state={state}
          work={work}
          seen={seen}
          onAskForChanges={props.onAskForChanges}
        />
      ) : null}
      {isOpen && isOne ? <EditTexts place={place} edit={first} layout={layout} /> : null}
      {isOpen && !isOne ? (
        <GroupMembers place={place} group={group} layout={layout} onRemove={onRemove} />
      ) : null}
    </section>
  )
}
