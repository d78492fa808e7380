'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'
import { cn } from './cn'
import { backdropStyle, dialogStyle } from './dialog-style'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  /** For text alone: it takes the focus itself, so that keys scroll it. */
  readonly isText?: boolean
  readonly children?: ReactNode
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' } as const

/** A question or a form in front of the page. Focus goes in, and back where it was. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  footer,
  size = 'md',
  isText = false,
  children,
}: DialogProps) => (
  <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropStyle} />
      <BaseDialog.Popup className={cn(dialogStyle, widths[size])}>
        <div className="flex items-start justify-between gap-4 px-5 pt-4">
          <BaseDialog.Title className="font-semibold text-base text-ink">{title}</BaseDialog.Title>
          <BaseDialog.Close
            aria-label="Close"
            className={cn(buttonStyle({ variant: 'ghost', size: 'icon-sm' }), '-mr-2')}
          >
            <X aria-hidden="true" />
          </BaseDialog.Close>
        </div>
        {description ? (
          <BaseDialog.Description className="px-5 pt-1 text-ink-2 text-sm">
            {description}
          </BaseDialog.Description>
        ) : null}
        <div tabIndex={isText ? 0 : undefined} className="focus-ring min-h-0 overflow-y-auto px-5 py-4">
          {children}
        </div>
        {footer ? (
          <div className="flex justify-end gap-2 border-line border-t px-5 py-3">{footer}</div>
        ) : null}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  </BaseDialog.Root>
)
