'use client'
import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'
import { floatingStyle } from './floating-style'

type PopoverProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly title?: string
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string
  readonly children: ReactNode
}

export const Popover = ({
  trigger,
  title,
  align = 'start',
  open,
  onOpenChange,
  className,
  children,
}: PopoverProps) => (
  <BasePopover.Root open={open} onOpenChange={onOpenChange}>
    <BasePopover.Trigger render={trigger} />
    <BasePopover.Portal>
      <BasePopover.Positioner className="z-50" sideOffset={6} align={align}>
        <BasePopover.Popup className={cn(floatingStyle, 'max-w-[calc(100vw-2rem)] p-3 text-sm', className)}>
          {title ? <BasePopover.Title className="mb-2 font-medium text-sm">{title}</BasePopover.Title> : null}
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  </BasePopover.Root>
)
