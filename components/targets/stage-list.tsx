'use client'
import { ArrowRight } from 'lucide-react'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { pages } from '@/contracts/paths'
import type { TargetLine, TargetView } from '@/contracts/target'
import { Button } from '../ui/button'
import { IntentLink } from '../ui/intent-link'
import { PromoteDialog } from './promote-dialog'
import { BehindState, DriftState, LiveState, WaitingState } from './stage-state'
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
            <li
              key={target.plan.id}
              aria-current={target.plan.id === plan ? 'true' : undefined}
              // Stages that follow stand under the one they follow.
              style={{ '--indent': `${target.depth * 1.25}rem` } as CSSProperties}
              className="grid items-center gap-x-6 gap-y-2 border-line border-b py-2.5 max-md:pl-(--indent) md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8.5rem]"
            >
              <div className="min-w-0 md:pl-(--indent)">
                <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                  <IntentLink
                    href={pages.catalog(target.plan.id)}
                    className="focus-ring rounded-sm font-medium text-ink hover:text-accent"
                  >
                    {target.stage ?? target.plan.name}
                  </IntentLink>
                  <span className="text-ink-3 text-xs">
                    {target.stage === null ? '' : `${target.plan.name} · `}
                    {target.workspace.name}
                  </span>
                </p>
                <WaitingState target={target} />
              </div>
              <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
                <LiveState target={target} />
                <DriftState target={target} />
                <BehindState target={target} upstream={upstream} />
              </div>
              <div className="flex items-center gap-1 md:justify-end">
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
              </div>
            </li>
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
