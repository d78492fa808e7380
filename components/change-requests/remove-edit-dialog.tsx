'use client'
import { useQuery } from '@tanstack/react-query'
import type { GroupedEdit, ReviewView } from '@/contracts/review-view'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { CopyButton } from '../ui/copy-button'
import { ruleTitle } from '../ui/rule-title'
import { requestEditQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'
import type { RequestWork } from './use-request-work'

type RemoveEditDialogProps = {
  readonly place: RequestPlace
  readonly view: ReviewView
  readonly work: RequestWork
  /** The edit to take out; null while nobody asks for that. */
  readonly edit: GroupedEdit | null
  readonly onClose: () => void
}

/** Before an edit is taken out of a request. */
export const RemoveEditDialog = ({ place, view, work, edit, onClose }: RemoveEditDialogProps) => {
  const { mutate, isPending, error, reset } = work.removeEdit
  const nothing = { type: 'TRACK', key: null, version: 1, hash: '' } as const
  const { data } = useQuery({ ...requestEditQuery(place, edit ?? nothing), enabled: edit !== null })
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
        if (edit) mutate({ rule: ruleIdOf(edit), fingerprint: view.fingerprint }, { onSuccess: close })
      }}
    >
      {data?.edit.afterText ? (
        <div className="pt-1">
          <CopyButton showLabel what="its text" text={data.edit.afterText} />
        </div>
      ) : null}
      {error ? <FailureNote error={error} /> : null}
    </AlertDialog>
  )
}
