import type { MomentView } from '@/contracts/board'
import type { ViolationView } from '@/contracts/violation'
import { statusWord } from '../data/violation-status'

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** What happened, as the end of a sentence that begins with who did it; what became of it where nobody did. */
export const momentWords = ({ kind, actor, detail }: MomentView): string => {
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
    default: {
      const to = text(detail.to) as ViolationView['status']
      return `${actor === null ? statusWord(to).toLowerCase() : decided[to]}${rolloutWords(detail.rollout)}`
    }
  }
}

const decided: Readonly<Record<ViolationView['status'], string>> = {
  open: 'opened it again',
  'fix-planned': 'planned a fix',
  'waiting-for-rollout': 'let it wait for the rollout',
  resolved: 'resolved it',
  ignored: 'ignored it',
}

const rolloutWords = (rollout: unknown): string => {
  if (typeof rollout !== 'object' || rollout === null) return ''
  if ('app' in rollout) return `, in app version ${text(rollout.app)}`
  return 'planVersion' in rollout ? `, in version ${text(rollout.planVersion)} of the plan` : ''
}
