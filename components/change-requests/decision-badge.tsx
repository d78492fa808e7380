import { CircleCheck, CirclePause, Eye, RefreshCw } from 'lucide-react'
import type { DecisionVerdict } from '@/domain/review/decisions'
import { Badge } from '../ui/badge'
import type { Look } from '../ui/status'
import type { GroupState } from './group-state'

export const decisionLook: Readonly<Record<DecisionVerdict, Look>> = {
  approve: { tone: 'good', icon: CircleCheck, word: 'you approved' },
  'request-changes': { tone: 'bad', icon: CirclePause, word: 'you asked for changes' },
  looked: { tone: 'quiet', icon: Eye, word: 'looked at' },
}

/** What the reader has made of a group so far; nothing where they have said nothing. */
export const DecisionBadge = ({
  state: { verdict, decided, changed, isDecided },
  of,
}: {
  readonly state: GroupState
  /** How many edits there are. */
  readonly of: number
}) => {
  const look = verdict && decisionLook[verdict]
  return (
    <>
      {look ? (
        <Badge tone={look.tone} icon={look.icon}>
          {look.word}
        </Badge>
      ) : isDecided ? (
        <Badge>decided one by one</Badge>
      ) : decided > 0 ? (
        <Badge>
          {decided} of {of} decided
        </Badge>
      ) : null}
      {changed > 0 ? (
        <Badge tone="warn" icon={RefreshCw}>
          {of === 1 ? 'changed since you looked' : `${changed} changed since you looked`}
        </Badge>
      ) : null}
    </>
  )
}
