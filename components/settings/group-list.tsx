'use client'
import { useQueryClient } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { GroupView, PolicyView } from '@/contracts/policy'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import { GroupDialog } from './group-dialog'
import type { PolicyActions } from './policy-actions'

type GroupListProps = {
  readonly view: PolicyView
  readonly actions: PolicyActions
}

type Shown = { readonly group: GroupView | null; readonly open: boolean; readonly count: number }

/** The groups of a workspace that areas can be given to. */
export const GroupList = ({ view, actions }: GroupListProps) => {
  const queries = useQueryClient()
  const [dialog, setDialog] = useState<Shown>({ group: null, open: false, count: 0 })
  const show = (group: GroupView | null) =>
    setDialog(({ count }) => ({ group, open: true, count: count + 1 }))
  const readAgain = () => queries.invalidateQueries({ queryKey: ['policy'] })
  const { groups, workspace, can } = view
  return (
    <Section
      title="Groups"
      description={`People who answer for areas of plans of ${workspace.name}. Only stewards and admins count.`}
      actions={
        can.change ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => show(null)}>
            New group
          </Button>
        ) : null
      }
    >
      {groups.length === 0 ? (
        <p className="text-ink-3 text-sm">No group yet.</p>
      ) : (
        <ul aria-label="Groups" className="border-line border-t">
          {groups.map((group) => (
            <li
              key={group.id}
              className="flex items-start justify-between gap-x-4 gap-y-1 border-line border-b py-2.5"
            >
              <div className="min-w-0">
                <p className="font-medium text-sm">{group.name}</p>
                <p className="text-ink-2 text-sm">{memberWords(group)}</p>
              </div>
              {can.change ? (
                <span className="flex gap-1">
                  <Button
                    size="icon-sm"
                    variant="ghost"
                    aria-label={`Change ${group.name}`}
                    title="Change"
                    icon={<Pencil aria-hidden="true" />}
                    onClick={() => show(group)}
                  />
                  <Confirm
                    trigger={(open) => (
                      <Button
                        size="icon-sm"
                        variant="ghost"
                        aria-label={`Delete ${group.name}`}
                        title="Delete"
                        icon={<Trash2 aria-hidden="true" />}
                        onClick={open}
                      />
                    )}
                    title={`Delete ${group.name}?`}
                    description="Its people stay as they are. A group that owns an area cannot be deleted."
                    confirm="Delete the group"
                    run={async () => {
                      await unwrapAction(actions.deleteGroup({ id: group.id }))
                      toast.success(`${group.name} is deleted`)
                      await readAgain()
                    }}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {can.change ? (
        <GroupDialog
          key={dialog.count}
          group={dialog.group}
          workspace={workspace.id}
          open={dialog.open}
          onOpenChange={(open) => setDialog((before) => ({ ...before, open }))}
          actions={actions}
          onSaved={readAgain}
        />
      ) : null}
    </Section>
  )
}

const memberWords = ({ members }: GroupView): string =>
  members.length === 0
    ? 'Nobody, so nothing that it owns can be approved.'
    : members.map(({ name, counts }) => (counts ? name : `${name} (may not review)`)).join(', ')
