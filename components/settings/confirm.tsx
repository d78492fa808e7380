'use client'
import { useMutation } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'

type ConfirmProps = {
  /** The button that asks; gets the click. */
  readonly trigger: (open: () => void) => ReactElement
  readonly title: string
  /** Exactly what will happen. */
  readonly description: ReactNode
  /** The verb on the button. */
  readonly confirm: string
  readonly danger?: boolean
  /** Does it; the dialog stays open and says why when this fails. */
  readonly run: () => Promise<unknown>
}

/** Something that cannot be taken back, behind one question. */
export const Confirm = ({ trigger, title, description, confirm, danger = true, run }: ConfirmProps) => {
  const [open, setOpen] = useState(false)
  const doing = useMutation({ mutationFn: run, onSuccess: () => setOpen(false) })
  const change = (next: boolean) => {
    if (next) doing.reset()
    setOpen(next)
  }
  return (
    <>
      {trigger(() => change(true))}
      <AlertDialog
        open={open}
        onOpenChange={change}
        title={title}
        description={description}
        confirm={confirm}
        danger={danger}
        pending={doing.isPending}
        onConfirm={() => doing.mutate()}
      >
        {doing.error ? <FailureNote error={doing.error} className="mt-2" /> : null}
      </AlertDialog>
    </>
  )
}
