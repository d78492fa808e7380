'use client'
import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import type { EditView } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import { ruleKey } from '@/domain/plan/rule-id'
import { changesOfRule } from '../diff/changes-by-rule'
import type { DiffLayout } from '../diff/text-diff'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Segmented } from '../ui/segmented'
import { ChangeSummary } from './change-summary'
import { ruleTalk } from './conversation/rule-talk'
import { EditSection } from './edit-section'
import { RemoveEditDialog } from './remove-edit-dialog'
import type { RequestActions, RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'

/** How many edits are shown at first, and with each press on more. */
const page = 40

/** What the request changes, rule by rule: sentences first, the text on demand. */
export const ChangesTab = ({
  place,
  view,
  work,
  actions,
}: Omit<RequestPanel, 'seen'> & { readonly place: RequestPlace; readonly actions: RequestActions }) => {
  const [shown, setShown] = useState(page)
  const [layout, setLayout] = useState<DiffLayout>('unified')
  const [removing, setRemoving] = useState<EditView | null>(null)
  if (view.edits.length === 0) return <NoEdits place={place} canEdit={view.can.edit} />
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
      <div>
        {view.edits.slice(0, shown).map((edit) => {
          const changes = changesOfRule(view.changes, edit)
          return (
            <EditSection
              key={ruleKey(edit)}
              place={place}
              edit={edit}
              changes={changes}
              layout={layout}
              past={view.status === 'published'}
              by={edit.by === view.author ? null : edit.by}
              onRemove={view.can.edit ? () => setRemoving(edit) : null}
              talk={ruleTalk({ place, actions, work, view, edit, changes })}
            />
          )
        })}
      </div>
      {view.edits.length > shown ? (
        <Button className="self-center" onClick={() => setShown(shown + page)}>
          Show {Math.min(page, view.edits.length - shown)} more of {view.edits.length}
        </Button>
      ) : null}
      <RemoveEditDialog view={view} work={work} edit={removing} onClose={() => setRemoving(null)} />
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
