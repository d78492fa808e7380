'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { backdropStyle } from './dialog-style'

type SheetProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly children: ReactNode
}

/** A panel from the left edge: the rail, where there is no room for it. */
export const Sheet = ({ open, onOpenChange, title, children }: SheetProps) => (
  <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropStyle} />
      <BaseDialog.Popup className="data-ending-style:-translate-x-full data-starting-style:-translate-x-full fixed inset-y-0 left-0 z-50 flex w-64 max-w-[80vw] flex-col border-line border-r bg-rail outline-hidden transition-transform duration-150 motion-reduce:transition-none">
        <BaseDialog.Title className="sr-only">{title}</BaseDialog.Title>
        {children}
        <BaseDialog.Close className="focus-ring sr-only rounded-md bg-surface px-3 py-2 text-sm focus:not-sr-only focus:absolute focus:right-3 focus:bottom-3">
          Close
        </BaseDialog.Close>
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  </BaseDialog.Root>
)
