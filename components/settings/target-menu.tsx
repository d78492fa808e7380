'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, CornerDownRight, Ellipsis, Pencil, Unlink } from 'lucide-react'
import { useState } from 'react'
import type { ChangeTarget, TargetLine, TargetView } from '@/contracts/target'
import { unwrapAction } from '../data/unwrap-action'
import { targetsQuery } from '../targets/target-queries'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import { MoveStageDialog } from './move-stage-dialog'
import { StageNameDialog } from './stage-name-dialog'
import type { TargetActions } from './target-actions'

type TargetMenuProps = {
  readonly plan: string
  readonly line: TargetLine
  readonly target: TargetView
  readonly actions: TargetActions
}

/** What admins do with a stage: its name, its place, and whether it follows at all. */
export const TargetMenu = ({ plan, line, target, actions }: TargetMenuProps) => {
  const queries = useQueryClient()
  const [renaming, setRenaming] = useState({ open: false, count: 0 })
  const [moving, setMoving] = useState({ open: false, count: 0 })
  const name = target.stage ?? target.plan.name
  const siblings = line.data.filter(({ follows }) => follows !== null && follows === target.follows)
  const place = siblings.indexOf(target)
  const upstream = line.data.find((each) => each.plan.id === target.follows)
  const change = useMutation({
    mutationFn: (asked: ChangeTarget) =>
      unwrapAction(actions.changeTarget({ plan, id: target.plan.id, ...asked })),
    onSuccess: (next) => queries.setQueryData(targetsQuery(plan).queryKey, next),
    onError: (error) => toast.error(error.message),
  })
  return (
    <Confirm
      trigger={(remove) => (
        <>
          <Menu
            align="end"
            trigger={
              <Button size="icon-sm" variant="ghost" aria-label={`More about ${name}`}>
                <Ellipsis aria-hidden="true" />
              </Button>
            }
          >
            <MenuItem
              icon={<Pencil aria-hidden="true" />}
              onSelect={() => setRenaming(({ count }) => ({ open: true, count: count + 1 }))}
            >
              Name the stage
            </MenuItem>
            {place > 0 ? (
              <MenuItem
                icon={<ArrowUp aria-hidden="true" />}
                onSelect={() => change.mutate({ position: place - 1 })}
              >
                Move up
              </MenuItem>
            ) : null}
            {place >= 0 && place < siblings.length - 1 ? (
              <MenuItem
                icon={<ArrowDown aria-hidden="true" />}
                onSelect={() => change.mutate({ position: place + 1 })}
              >
                Move down
              </MenuItem>
            ) : null}
            {upstream ? (
              <MenuItem
                icon={<CornerDownRight aria-hidden="true" />}
                onSelect={() => setMoving(({ count }) => ({ open: true, count: count + 1 }))}
              >
                Follow another plan
              </MenuItem>
            ) : null}
            {upstream ? (
              <MenuItem danger icon={<Unlink aria-hidden="true" />} onSelect={remove}>
                Remove from the line
              </MenuItem>
            ) : null}
          </Menu>
          <StageNameDialog
            key={renaming.count}
            plan={plan}
            target={target}
            changeTarget={actions.changeTarget}
            open={renaming.open}
            onOpenChange={(open) => setRenaming((before) => ({ ...before, open }))}
          />
          <MoveStageDialog
            key={`move ${moving.count}`}
            line={line}
            target={target}
            changeTarget={actions.changeTarget}
            open={moving.open}
            onOpenChange={(open) => setMoving((before) => ({ ...before, open }))}
          />
        </>
      )}
      title={`Let ${name} follow no more?`}
      description={`${target.plan.name} stays as it is, in Segment and here, with its versions and its policy. It is forgotten which version of ${upstream?.plan.name ?? 'the other plan'} was promoted last; open promotions stay as change requests.`}
      confirm="Remove from the line"
      run={async () => {
        await unwrapAction(actions.removeTarget({ plan, id: target.plan.id }))
        toast.success(`${name} follows no more`)
        await queries.invalidateQueries({ queryKey: ['targets'] })
      }}
    />
  )
}
