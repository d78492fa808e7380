'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import type { Action } from './action'
import { unwrapAction } from './unwrap-action'

/** Calls off the publish of a change request that waits for its hour or its turn. */
export type LeaveQueueAction = Action<{ readonly plan: string; readonly number: number }, null>

type LeaveQueueButtonProps = {
  readonly plan: string
  readonly number: number
  /** It waits for an hour that is to come. */
  readonly isScheduled: boolean
  readonly leave: LeaveQueueAction
}

/** Lets a publish be called off wherever it is shown. */
export const LeaveQueueButton = ({ plan, number, isScheduled, leave }: LeaveQueueButtonProps) => {
  const queries = useQueryClient()
  const leaving = useMutation({
    mutationFn: () => unwrapAction(leave({ plan, number })),
    onSuccess: () => {
      toast.success(`The publish of change request ${number} is called off.`)
    },
    onError: (error) => {
      toast.error(error.message)
    },
    // Also where it had begun by then: what is shown is out of date.
    onSettled: () =>
      Promise.all(
        [['jobs'], ['publish-queue', plan], ['change-requests'], ['change-request', plan, number]].map(
          (queryKey) => queries.invalidateQueries({ queryKey }),
        ),
      ),
  })
  const words = isScheduled ? 'Call it off' : 'Leave the queue'
  return (
    <Button
      size="sm"
      aria-label={`${words}: change request ${number}`}
      pending={leaving.isPending}
      onClick={() => leaving.mutate()}
    >
      {words}
    </Button>
  )
}
