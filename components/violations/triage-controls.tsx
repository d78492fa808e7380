'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChangeViolation, ViolationView } from '@/contracts/violation'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'
import { TriageButtons } from './triage-buttons'
import { TriageDialog, type TriageKind } from './triage-dialog'
import { useTriageKeys } from './use-triage-keys'
import type { ViolationActions } from './violation-actions'
import { momentsQuery, violationQuery } from './violation-queries'

type TriageControlsProps = {
  readonly violation: ViolationView
  readonly change: ViolationActions['change']
}

/** Decides about one violation; what somebody else decided meanwhile is shown first. */
export const TriageControls = ({ violation, change }: TriageControlsProps) => {
  const { id, revision, status } = violation
  const queries = useQueryClient()
  const [asked, setAsked] = useState<TriageKind | null>(null)
  const deciding = useMutation({
    mutationFn: ({ input }: { readonly input: ChangeViolation; readonly done: string }) =>
      unwrapAction(change({ id, revision, ...input })),
    onSuccess: (view, { done }) => {
      queries.setQueryData(violationQuery(id).queryKey, view)
      toast.success(`Violation ${done}`)
    },
    onSettled: async () => {
      await queries.invalidateQueries(violationQuery(id))
      await queries.invalidateQueries(momentsQuery(id))
      await queries.invalidateQueries({ queryKey: ['violations'] })
    },
  })
  const reopen =
    status === 'open' ? null : () => deciding.mutate({ input: { status: 'open' }, done: 'reopened' })
  useTriageKeys({ ask: setAsked, reopen: reopen ?? (() => {}) })
  return (
    <div className="flex flex-col gap-2">
      <div role="toolbar" aria-label="Decide about this violation" className="flex flex-wrap gap-2">
        <TriageButtons pending={deciding.isPending} onAsk={setAsked} onReopen={reopen} />
      </div>
      {isFailure(deciding.error, 'stale') ? (
        <p role="alert" className="text-sm text-warn">
          Somebody else decided about it since you looked. This is how it stands now; decide again if you
          still want to.
        </p>
      ) : deciding.error ? (
        <FailureNote error={deciding.error} />
      ) : null}
      <TriageDialog
        kind={asked}
        what="this violation"
        onClose={() => setAsked(null)}
        onDecide={(input, done) => deciding.mutate({ input, done })}
      />
    </div>
  )
}
