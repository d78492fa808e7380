import type { CheckFinding, CheckView } from '@/contracts/change-request'
import type { ChangeView } from '@/contracts/plan'
import { isRuleType } from '@/domain/plan/rule-id'

/** More than anybody reads; the changes themselves tell all of it. */
const mostFindings = 500

/** Whether everything that was accepted still is, from what the edits change. */
export const compatibilityCheck = (changes: readonly ChangeView[]): CheckView => {
  const hurting = changes.filter(({ senders }) => senders === 'breaking' || senders === 'unknown')
  return {
    name: 'compatibility',
    status: 'completed',
    conclusion: hurting.length === 0 ? 'pass' : 'warn',
    ...(hurting.length === 0 ? {} : { reason: counted(hurting) }),
    findings: hurting.slice(0, mostFindings).map(findingOf),
  }
}

const counted = (changes: readonly ChangeView[]): string => {
  const count = (level: ChangeView['senders']) => changes.filter(({ senders }) => senders === level).length
  const [breaking, unknown] = [count('breaking'), count('unknown')]
  const parts = [
    ...(breaking > 0 ? [`${breaking} ${breaking === 1 ? 'change breaks' : 'changes break'} senders`] : []),
    ...(unknown > 0 ? [`of ${unknown} it could not be established`] : []),
  ]
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const findingOf = ({ rule, pointer, sentence, senders, why }: ChangeView): CheckFinding => ({
  ...(isRuleType(rule.type) ? { rule: { ...rule, type: rule.type } } : {}),
  ...(pointer === undefined ? {} : { pointer }),
  message: `${sentence}: ${senders}. ${why.senders}`,
})
