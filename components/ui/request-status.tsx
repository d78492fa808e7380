import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CircleX,
  type LucideIcon,
  MessageSquareWarning,
  Rocket,
  ThumbsUp,
} from 'lucide-react'
import type { ChangeRequestSummary } from '@/contracts/change-request'
import { Status } from './status'
import type { Tone } from './tone'

type RequestStatusName = ChangeRequestSummary['status']

const looks: Readonly<
  Record<RequestStatusName, { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }>
> = {
  draft: { tone: 'quiet', icon: CircleDashed, word: 'Draft' },
  'in-review': { tone: 'warn', icon: CircleDot, word: 'In review' },
  'changes-requested': { tone: 'warn', icon: MessageSquareWarning, word: 'Changes asked for' },
  approved: { tone: 'good', icon: ThumbsUp, word: 'Approved' },
  publishing: { tone: 'accent', icon: Rocket, word: 'Publishing' },
  published: { tone: 'good', icon: CircleCheck, word: 'Published' },
  'publish-failed': { tone: 'bad', icon: CircleX, word: 'Publish failed' },
  closed: { tone: 'quiet', icon: CircleSlash, word: 'Closed' },
}

/** Where a change request is in its life. */
export const RequestStatus = ({ status }: { readonly status: RequestStatusName }) => {
  const { tone, icon, word } = looks[status]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}
