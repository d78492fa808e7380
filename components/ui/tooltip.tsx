'use client'
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'

type TooltipProps = {
  readonly text: ReactNode
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** What it explains; must be able to take the focus, or the tooltip is for the pointer only. */
  readonly children: ReactElement
}

/** A few words on hover and focus. Nothing that is needed to go on. */
export const Tooltip = ({ text, side = 'top', children }: TooltipProps) => (
  <BaseTooltip.Root>
    <BaseTooltip.Trigger render={children} />
    <BaseTooltip.Portal>
      <BaseTooltip.Positioner className="z-50" sideOffset={6} side={side}>
        <BaseTooltip.Popup className="max-w-72 rounded-md bg-tip px-2 py-1 text-tip-ink text-xs shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none">
          {text}
        </BaseTooltip.Popup>
      </BaseTooltip.Positioner>
    </BaseTooltip.Portal>
  </BaseTooltip.Root>
)
