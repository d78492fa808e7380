'use client'
import { FilePlus2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { pages } from '@/contracts/paths'
import type { EditGroupView, GroupedEdit } from '@/contracts/review-view'
import type { RuleId } from '@/domain/plan/rule'
import { sameRule } from '@/domain/plan/rule-id'
import type { DiffLayout } from '../diff/text-diff'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Segmented } from '../ui/segmented'
import { useRowKeys } from '../ui/use-row-keys'
import { WindowSections } from '../ui/window-sections'
import { ChangeSummary } from './change-summary'
import { EditGroup } from './edit-group'
import { RemoveEditDialog } from './remove-edit-dialog'
import type { RequestActions, RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'
import { ReviewProgress } from './review-progress'
import { useGroupKeys } from './use-group-keys'

type ChangesTabProps = RequestPanel & {
  readonly place: RequestPlace
  readonly actions: RequestActions
  /** The rule that somebody came for. */
  readonly goal: RuleId | null
  readonly onAskForChanges: (group: EditGroupView) => void
  readonly onThread: (thread: string) => void
  readonly onNext: () => void
}

/** What the request changes, as so many decisions, riskiest first: sentences first, the text on demand. */
export const ChangesTab = ({ goal, onNext, ...panel }: ChangesTabProps) => {
  const { place, view, work } = panel
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [layout, setLayout] = useState<DiffLayout>('unified')
  const [removing, setRemoving] = useState<GroupedEdit | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const scroller = useRef<((index: number) => void) | null>(null)
  const { groups } = view
  const aim = goal === null ? -1 : groups.findIndex(({ edits }) => edits.some((edit) => sameRule(edit, goal)))
  const { active, go } = useRowKeys(list, groups.length, (index) => scroller.current?.(index), '')
  useGroupKeys(list, active)
  useEffect(() => {
    if (aim >= 0) go(aim)
  }, [aim, go])
  if (groups.length === 0) return <NoEdits place={place} canEdit={view.can.edit} />
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ChangeSummary view={view} />
        <div className="flex items-center gap-2">
          {view.can.edit ? (
            <LinkButton size="sm" href={pages.catalog(place.plan)} icon={<FilePlus2 aria-hidden="true" />}>
              Edit another event
            </LinkButton>
          ) : null}
          <div className="max-md:hidden">
            <Segmented
              label="Layout of raw diffs"
              value={layout}
              onValueChange={setLayout}
              options={[
                { value: 'unified', label: 'Unified' },
                { value: 'split', label: 'Side by side' },
              ]}
            />
          </div>
        </div>
      </div>
      <ReviewProgress groups={groups} onNext={onNext} />
      <WindowSections
        label="Decisions"
        keys={{ list, scroller, active }}
        count={groups.length}
        estimate={150}
        keyOf={(index) => groups[index]?.id ?? String(index)}
        section={(index) => {
          const group = groups[index]
          return group ? (
            <EditGroup
              {...panel}
              group={group}
              layout={layout}
              isOpen={open.has(group.id)}
              onToggle={() => toggle(group.id)}
              onRemove={view.can.edit ? setRemoving : null}
            />
          ) : null
        }}
      />
      <RemoveEditDialog
        place={place}
        view={view}
        work={work}
        edit={removing}
        onClose={() => setRemoving(null)}
      />
    </div>
  )
}

const NoEdits = ({ place, canEdit }: { readonly place: RequestPlace; readonly canEdit: boolean }) => (
  <EmptyState
    icon={FilePlus2}
    title="This request holds no edits"
    actions={
      canEdit ? (
        <LinkButton variant="primary" href={pages.catalog(place.plan)}>
          Choose an event
        </LinkButton>
      ) : null
    }
  >
    Open an event in the catalog, propose a change, and save it to this request.
  </EmptyState>
)
