'use client'
import { AlertDialog as BaseAlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'
import { Button } from './button'
import { cn } from './cn'
import { backdropStyle, dialogStyle } from './dialog-style'

type AlertDialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** The question, e.g. "Publish to Acme production?" */
  readonly title: string
  /** Exactly what will happen, and where. */
  readonly description: ReactNode
  readonly children?: ReactNode
  /** The verb on the button, e.g. "Publish". */
  readonly confirm: string
  readonly onConfirm: () => void
  readonly pending?: boolean
  /** While it is not known yet what would happen. */
  readonly disabled?: boolean
  readonly danger?: boolean
}

/** Before something that cannot be taken back. Does not close by a click outside. */
export const AlertDialog = ({
  open,
  onOpenChange,
  title,
  description,
  children,
  confirm,
  onConfirm,
  pending,
  disabled,
  danger,
}: AlertDialogProps) => (
  <BaseAlertDialog.Root open={open} onOpenChange={onOpenChange}>
    <BaseAlertDialog.Portal>
      <BaseAlertDialog.Backdrop className={backdropStyle} />
      <BaseAlertDialog.Popup className={cn(dialogStyle, 'max-w-md')}>
        <div className="flex min-h-0 flex-col gap-2 overflow-y-auto px-5 py-4">
          <BaseAlertDialog.Title className="font-semibold text-base text-ink">{title}</BaseAlertDialog.Title>
          <BaseAlertDialog.Description className="text-ink-2 text-sm" render={<div />}>
            {description}
          </BaseAlertDialog.Description>
          {children}
        </div>
        <div className="flex justify-end gap-2 border-line border-t px-5 py-3">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            pending={pending}
            disabled={disabled}
            onClick={onConfirm}
          >
            {confirm}
          </Button>
        </div>
      </BaseAlertDialog.Popup>
    </BaseAlertDialog.Portal>
  </BaseAlertDialog.Root>
)
