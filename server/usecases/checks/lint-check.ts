import type { CheckFinding, CheckView } from '@/contracts/change-request'
import type { EditFinding } from '@/domain/lint/lint-edits'
import { type LintSettings, withSeverities } from '@/domain/lint/lint-settings'
import type { Severity } from '@/domain/lint/severity'
import type { LintOutcome } from '@/server/ports/schema-judge'

/** More than anybody reads in one request; the new ones come first. */
const mostFindings = 500

/** What lint says about the edits, as severe as the plan sees it. Only what they bring in is worth a warning; a hint is not. */
export const lintCheck = (outcome: LintOutcome, { severities, errorsBlock }: LintSettings): CheckView => {
  if (!outcome.ok) return { name: 'lint', status: 'skipped', reason: outcome.reason, findings: [] }
  const findings = withSeverities(outcome.findings, severities)
  const added = findings.filter(({ isNew }) => isNew)
  const worst = (severity: Severity) => added.some((finding) => finding.severity === severity)
  const isBlock = errorsBlock && worst('error')
  return {
    name: 'lint',
    status: 'completed',
    conclusion: isBlock ? 'block' : worst('error') || worst('warning') ? 'warn' : 'pass',
    ...(findings.length === 0 ? {} : { reason: counted(added.length, findings.length - added.length) }),
    findings: findings.slice(0, mostFindings).map(findingView),
  }
}

export const findingView = ({ id, severity, isNew, rule, pointer, message }: EditFinding): CheckFinding => ({
  id,
  severity,
  isNew,
  message,
  ...(rule === undefined ? {} : { rule }),
  ...(pointer === undefined ? {} : { pointer }),
})

const counted = (added: number, known: number): string =>
  [
    ...(added > 0 ? [`${added} new with this request`] : []),
    ...(known > 0 ? [`${known} in the rules it touches before it`] : []),
  ].join(', ')
