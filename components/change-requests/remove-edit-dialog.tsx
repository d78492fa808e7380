'use client'
import type { ChangeRequestView, EditView } from '@/contracts/change-request'
import { sameRule } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { CopyButton } from '../ui/copy-button'
import { ruleTitle } from '../ui/rule-title'
import { asEditInput } from './as-edit-input'
import type { RequestWork } from './use-request-work'

type RemoveEditDialogProps = {
  readonly view: ChangeRequestView
  readonly work: RequestWork
  /** The edit to take out; null while nobody asks for that. */
  readonly edit: EditView | null
  readonly onClose: () => void
}

/** Before an edit is taken out of a request. */
export const RemoveEditDialog = ({ view, work, edit, onClose }: RemoveEditDialogProps) => {
  const { mutate, isPending, error, reset } = work.saveEdits
  const close = () => {
    reset()
    onClose()
  }
  return (
    <AlertDialog
      open={edit !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      title={edit ? `Take ${ruleTitle(edit)} out of this request?` : ''}
      description="The edit is dropped from the request. The plan and Segment stay as they are."
      confirm="Take it out"
      danger
      pending={isPending}
      onConfirm={() => {
        if (!edit) return
        const rest = view.edits.filter((each) => !sameRule(each, edit))
        mutate({ edits: rest.map(asEditInput), fingerprint: view.fingerprint }, { onSuccess: close })
      }}
    >
      {edit?.afterText ? (
        <div className="pt-1">
          <CopyButton showLabel what="its text" text={edit.afterText} />
        </div>
      ) : null}
      {error ? <FailureNote error={error} /> : null}
    </AlertDialog>
  )
}
