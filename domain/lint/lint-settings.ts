import type { Severities } from './lint'
import type { Finding } from './lint-rule'

/** How a plan sees what lint finds. */
export type LintSettings = {
  /** Where it differs from the usual. */
  readonly severities: Severities
  /** Whether an error that a request brings in keeps it from being published. */
  readonly errorsBlock: boolean
}

/** What every plan begins with: the usual severities, and nothing that lint finds is in the way. */
export const usualLintSettings: LintSettings = { severities: {}, errorsBlock: false }

/** The findings as severe as a plan sees them, without those that it leaves out. */
export const withSeverities = <F extends Finding>(
  findings: readonly F[],
  severities: Severities,
): readonly F[] =>
  findings.flatMap((finding) => {
    const severity = severities[finding.id] ?? finding.severity
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
