import type { CSSProperties, ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { TargetView } from '@/contracts/target'
import { IntentLink } from '../ui/intent-link'
import { BehindState, DriftState, LiveState, WaitingState } from './stage-state'

type StageRowProps = {
  readonly target: TargetView
  /** The stage that it follows. */
  readonly upstream: TargetView | undefined
  /** Whether the page is that of its plan. */
  readonly isCurrent?: boolean
  /** Buttons at its end. */
  readonly children?: ReactNode
}

/** A stage of a line: what it holds, and how far it is behind the one before. Those that follow stand under it. */
export const StageRow = ({ target, upstream, isCurrent = false, children }: StageRowProps) => (
  <li
    aria-current={isCurrent ? 'true' : undefined}
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
    <div className="flex items-center gap-1 md:justify-end">{children}</div>
  </li>
)
