import type { ChangeRequestView } from '@/contracts/change-request'
import { Button } from '../ui/button'
import type { RequestWork } from './use-request-work'

/** Calls a publish off that waits, for whoever may. */
export const CallOffButton = ({
  view: { waiting, can },
  work,
}: {
  readonly view: Pick<ChangeRequestView, 'waiting' | 'can'>
  readonly work: RequestWork
}) =>
  can.unschedule ? (
    <Button
      size="sm"
      pending={work.step.isPending && work.step.variables === 'unschedule'}
      onClick={() => work.step.mutate('unschedule')}
    >
      {waiting?.at === null ? 'Leave the queue' : 'Call it off'}
    </Button>
  ) : null
