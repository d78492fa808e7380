import type { CheckFinding, CheckView } from '@/contracts/change-request'
import type { ChangeView } from '@/contracts/plan'
import type { JointBreak } from '@/domain/impact/jointly-breaking'
import { isRuleType } from '@/domain/plan/rule-id'

/** More than anybody reads; the changes themselves tell all of it. */
const mostFindings = 500

/**
 * Whether everything that was accepted still is, from what the edits change, and from what breaks only together with
 * what the plan changed meanwhile.
 */
export const compatibilityCheck = (
  changes: readonly ChangeView[],
  jointBreaks: readonly JointBreak[],
): CheckView => {
  const hurting = changes.filter(({ senders }) => senders === 'breaking' || senders === 'unknown')
  const findings = [...jointBreaks.map(jointFinding), ...hurting.map(findingOf)]
  return {
    name: 'compatibility',
    status: 'completed',
    conclusion: findings.length === 0 ? 'pass' : 'warn',
    ...(findings.length === 0 ? {} : { reason: counted(hurting, jointBreaks.length) }),
    findings: findings.slice(0, mostFindings),
  }
}

const counted = (changes: readonly ChangeView[], joint: number): string => {
  const count = (level: ChangeView['senders']) => changes.filter(({ senders }) => senders === level).length
  const [breaking, unknown] = [count('breaking'), count('unknown')]
  const parts = [
    ...(breaking > 0 ? [`${breaking} ${breaking === 1 ? 'change breaks' : 'changes break'} senders`] : []),
    ...(unknown > 0 ? [`of ${unknown} it could not be established`] : []),
    ...(joint > 0
      ? [`${joint} ${joint === 1 ? 'rule breaks' : 'rules break'} only together with what the plan changed`]
      : []),
  ]
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const jointFinding = (found: JointBreak): CheckFinding => ({
  rule: found.rule,
  message: `Merged with what the plan changed meanwhile: ${jointWords[found.against]} Refused now: ${JSON.stringify(found.witness)}`,
})

const jointWords: Readonly<Record<JointBreak['against'], string>> = {
  base: 'each change alone accepts everything that was accepted; together they refuse some of it.',
  ours: 'the plan’s change is safe by itself, and refuses something that this request lets arrive.',
  theirs: 'this request’s change is safe by itself, and refuses something that the plan lets arrive.',
}

const findingOf = ({ rule, pointer, sentence, senders, why }: ChangeView): CheckFinding => ({
  ...(isRuleType(rule.type) ? { rule: { ...rule, type: rule.type } } : {}),
  ...(pointer === undefined ? {} : { pointer }),
  message: `${sentence}: ${senders}. ${why.senders}`,
})
