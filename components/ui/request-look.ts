import {
  CircleCheck,
  CircleDot,
  CircleDotDashed,
  CirclePause,
  CircleX,
  RefreshCw,
  Rocket,
  TriangleAlert,
} from 'lucide-react'
import type { ChangeRequestStatus } from '@/domain/review/change-request'
import type { Look } from './status'

/** Where a change request is in its life, in a word and a picture. */
export const requestLook: Readonly<Record<ChangeRequestStatus, Look>> = {
  draft: { tone: 'quiet', icon: CircleDotDashed, word: 'Draft' },
  'in-review': { tone: 'warn', icon: CircleDot, word: 'In review' },
  'changes-requested': { tone: 'bad', icon: CirclePause, word: 'Changes asked for' },
  approved: { tone: 'good', icon: CircleCheck, word: 'Approved' },
  publishing: { tone: 'accent', icon: RefreshCw, word: 'Publishing' },
  published: { tone: 'good', icon: Rocket, word: 'Published' },
  'publish-failed': { tone: 'bad', icon: TriangleAlert, word: 'Publish failed' },
  closed: { tone: 'quiet', icon: CircleX, word: 'Closed' },
}
