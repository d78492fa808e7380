import type { MomentView } from '@/contracts/board'
import type { ViolationView } from '@/contracts/violation'
import { statusWord } from '../data/violation-status'

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What happened, as the end of a sentence that begins with who did it. */
export const momentWords = ({ kind, detail }: MomentView): string => {
  switch (kind) {
    case 'seen-first':
      return 'was seen for the first time'
    case 'regressed':
      return `came back${detail.appVersion ? ` with ${text(detail.appVersion)}` : ''}`
    case 'assigned':
      return detail.name ? `assigned it to ${text(detail.name)}` : 'assigned it to nobody'
    case 'fix-planned':
      return `planned a fix in request ${text(detail.request)}`
    case 'rolled-out':
      return `was not seen any more: resolved${rolloutWords(detail.rollout)}`
    default:
      return `${statusWord(text(detail.to) as ViolationView['status']).toLowerCase()}${rolloutWords(detail.rollout)}`
  }
}

const rolloutWords = (rollout: unknown): string => {
  if (typeof rollout !== 'object' || rollout === null) return ''
  if ('app' in rollout) return `, in app version ${text(rollout.app)}`
  return 'planVersion' in rollout ? `, in version ${text(rollout.planVersion)} of the plan` : ''
}
