import type { CheckFinding, CheckView } from '@/contracts/change-request'
import { ruleName } from '@/domain/plan/rule-id'
import type { Estimate } from '@/domain/replay/estimate'
import type { ConstraintCounts, ReplayFound } from '@/domain/replay/replay-result'
import type { ReplayEnd } from './replay-edits'

/** More than anybody reads; the impact of the request tells the rest. */
const mostFindings = 100

/** What a replay says about a change request. Only calls that were fine and would be refused are worth a warning. */
export const replayCheck = (end: Exclude<ReplayEnd, { readonly is: 'called-off' }>): CheckView => {
  if (end.is === 'not-judged') return skippedReplay(end.reason)
  const { judged, broken, fixed, inferred, constraints } = end.result
  if (judged === 0 && inferred.violations.length === 0) return skippedReplay(nothingRecorded)
  return {
    name: 'replay',
    status: 'completed',
    conclusion: broken > 0 ? 'warn' : 'pass',
    ...(broken > 0 || fixed > 0 || judged === 0 ? { reason: summary(end.result) } : {}),
    findings: constraints
      .filter((constraint) => constraint.broken > 0)
      .slice(0, mostFindings)
      .map(findingOf),
  }
}

export const skippedReplay = (reason: string): CheckView => ({
  name: 'replay',
  status: 'skipped',
  reason,
  findings: [],
})

export const nothingRecorded = 'No calls of the edited events are recorded, and nothing was reported of them.'

const summary = ({ judged, broken, fixed, estimated, inferred }: ReplayFound): string => {
  if (judged === 0)
    return `No calls are recorded. By what was reported, ${inferred.cleared} of ${inferred.violations.length} violations would go.`
  const parts = [
    ...(broken > 0 ? [`${about(estimated.broken)} received calls that were fine would be refused`] : []),
    ...(fixed > 0 ? [`${about(estimated.fixed)} that were refused would be fine`] : []),
  ]
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const findingOf = ({ rule, pointer, message, estimated }: ConstraintCounts): CheckFinding => ({
  ...(rule === null ? {} : { rule }),
  pointer,
  message: `${about(estimated.broken)} received calls${rule === null ? '' : ` of ${ruleName(rule)}`} would break this: ${message}`,
})

const about = ({ value, low, high }: Estimate): string =>
  low === high ? String(value) : `about ${value} (${low} to ${high})`
