import { CalendarClock, CircleAlert, CircleCheck, CircleSlash, type LucideIcon, Wrench } from 'lucide-react'
import type { ViolationView } from '@/contracts/violation'
import { Status } from '../ui/status'
import type { Tone } from '../ui/tone'

type Name = ViolationView['status']

const looks: Readonly<
  Record<Name, { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }>
> = {
  open: { tone: 'bad', icon: CircleAlert, word: 'Open' },
  'fix-planned': { tone: 'warn', icon: Wrench, word: 'Fix planned' },
  'waiting-for-rollout': { tone: 'warn', icon: CalendarClock, word: 'Waiting for rollout' },
  resolved: { tone: 'good', icon: CircleCheck, word: 'Resolved' },
  ignored: { tone: 'quiet', icon: CircleSlash, word: 'Ignored' },
}

export const statusWord = (status: Name): string => looks[status].word

/** Where a violation is in its life. */
export const ViolationStatus = ({ status }: { readonly status: Name }) => {
  const { tone, icon, word } = looks[status]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}
