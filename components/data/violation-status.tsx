import { CalendarClock, CircleAlert, CircleCheck, CircleSlash, Wrench } from 'lucide-react'
import type { ViolationView } from '@/contracts/violation'
import { type Look, LookStatus } from '../ui/status'

type Name = ViolationView['status']

const looks: Readonly<Record<Name, Look>> = {
  open: { tone: 'bad', icon: CircleAlert, word: 'Open' },
  'fix-planned': { tone: 'warn', icon: Wrench, word: 'Fix planned' },
  'waiting-for-rollout': { tone: 'warn', icon: CalendarClock, word: 'Waiting for rollout' },
  resolved: { tone: 'good', icon: CircleCheck, word: 'Resolved' },
  ignored: { tone: 'quiet', icon: CircleSlash, word: 'Ignored' },
}

export const statusWord = (status: Name): string => looks[status].word

/** Where a violation is in its life. */
export const ViolationStatus = ({ status }: { readonly status: Name }) => <LookStatus look={looks[status]} />
