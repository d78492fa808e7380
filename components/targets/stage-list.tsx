'use client'
import { ArrowRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { TargetLine, TargetView } from '@/contracts/target'
import { Button } from '../ui/button'
import { PromoteDialog } from './promote-dialog'
import { StageRow } from './stage-row'
import type { PromoteAction } from './use-promote'

type StageListProps = {
  /** The plan whose page this is. */
  readonly plan: string
  readonly line: TargetLine
  readonly promote: PromoteAction
  /** Further buttons of a stage. */
  readonly more?: (target: TargetView) => ReactNode
}

/** The stages of a line in order: what each holds, how far it is behind the one before, and the way on. */
export const StageList = ({ plan, line, promote, more }: StageListProps) => {
  const [promoting, setPromoting] = useState<{ readonly target: TargetView; readonly open: boolean } | null>(
    null,
  )
  const byPlan = new Map(line.data.map((target) => [target.plan.id, target]))
  return (
    <>
      <ol aria-label="Stages" className="border-line border-t">
        {line.data.map((target) => {
          const upstream = target.follows === null ? undefined : byPlan.get(target.follows)
          const mayPromote = line.can.promote && target.headVersion !== null && target.behind !== null
          return (
            <StageRow
              key={target.plan.id}
              target={target}
              upstream={upstream}
              isCurrent={target.plan.id === plan}
            >
              {upstream && mayPromote ? (
                <Button
                  size="sm"
                  aria-label={`Promote to ${target.stage ?? target.plan.name}`}
                  icon={<ArrowRight aria-hidden="true" />}
                  onClick={() => setPromoting({ target, open: true })}
                >
                  Promote
                </Button>
              ) : null}
              {more?.(target)}
            </StageRow>
          )
        })}
      </ol>
      {promoting ? (
        <PromoteDialog
          key={promoting.target.plan.id}
          target={promoting.target}
          promote={promote}
          open={promoting.open}
          onOpenChange={(open) => setPromoting((before) => before && { ...before, open })}
        />
      ) : null}
    </>
  )
}
