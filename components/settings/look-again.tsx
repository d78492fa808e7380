'use client'
import { useMutation } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import type { ConnectedWorkspace } from '@/contracts/workspace'
import { failureText } from '../data/failure-text'
import { failureOf } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import type { WorkspaceActions } from './workspace-actions'

type LookAgainProps = {
  readonly id: string
  readonly syncWorkspace: WorkspaceActions['syncWorkspace']
  readonly onStarted: (started: ConnectedWorkspace) => void
}

/** Looks at the workspace now, so that a plan just made in Segment need not wait for the schedule. */
export const LookAgain = ({ id, syncWorkspace, onStarted }: LookAgainProps) => {
  const { mutate, isPending } = useMutation({
    mutationFn: () => unwrapAction(syncWorkspace({ id })),
    onSuccess: ({ jobId }) => onStarted({ id, jobId }),
    onError: (error) => toast.error(failureText(failureOf(error)).title),
  })
  return (
    <Button icon={<RefreshCw aria-hidden="true" />} pending={isPending} onClick={() => mutate()}>
      Look for new plans
    </Button>
  )
}
