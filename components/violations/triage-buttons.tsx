import { CalendarClock, CircleCheck, CircleSlash, RotateCcw, UserRound } from 'lucide-react'
import { Button } from '../ui/button'
import type { TriageKind } from './triage-dialog'

type TriageButtonsProps = {
  readonly onAsk: (kind: TriageKind) => void
  readonly onReopen: (() => void) | null
  readonly pending: boolean
}

/** What can be decided about one violation, or about those that are selected. */
export const TriageButtons = ({ onAsk, onReopen, pending }: TriageButtonsProps) => (
  <>
    <Button
      size="sm"
      icon={<UserRound aria-hidden="true" />}
      disabled={pending}
      onClick={() => onAsk('assign')}
    >
      Assign
    </Button>
    <Button
      size="sm"
      icon={<CircleCheck aria-hidden="true" />}
      disabled={pending}
      onClick={() => onAsk('resolve')}
    >
      Resolve
    </Button>
    <Button
      size="sm"
      icon={<CalendarClock aria-hidden="true" />}
      disabled={pending}
      onClick={() => onAsk('wait')}
    >
      Wait for rollout
    </Button>
    <Button
      size="sm"
      icon={<CircleSlash aria-hidden="true" />}
      disabled={pending}
      onClick={() => onAsk('ignore')}
    >
      Ignore
    </Button>
    {onReopen === null ? null : (
      <Button size="sm" icon={<RotateCcw aria-hidden="true" />} disabled={pending} onClick={onReopen}>
        Reopen
      </Button>
    )}
  </>
)
