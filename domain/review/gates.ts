import type { RuleId } from '../plan/rule'
import type { Gate } from './change-request'
import type { Check } from './check'
import { namedRules as named } from './named-rules'
import { outsideWindow, type PublishFacts, scheduled } from './publish-gates'
import { approvalsMissing, changesRequested, ownersMissing, type ReviewFacts } from './review-gates'

export type GateFacts = ReviewFacts &
  PublishFacts & {
    readonly editCount: number
    readonly baseVersion: number
    readonly headVersion: number
    /** The edits begin on another plan's version and are still to be merged with this one's. */
    readonly isUnmerged?: boolean
    /** Rules that `bringUpToDate` cannot carry to head by itself. */
    readonly conflicts: readonly RuleId[]
    /** Rules that Segment holds otherwise than the version it is known to hold. */
    readonly drift: readonly RuleId[]
    readonly checks: readonly Check[]
  }

/** Everything that keeps a request from being published, each with who clears it and how. Empty: it may go. */
export const gates = (facts: GateFacts): readonly Gate[] => [
  ...scheduled(facts),
  ...noEdits(facts),
  ...conflicts(facts),
  ...outOfDate(facts),
  ...changesRequested(facts),
  ...approvalsMissing(facts),
  ...ownersMissing(facts),
  ...drift(facts),
  ...checksRunning(facts),
  ...checksFailed(facts),
  ...outsideWindow(facts),
]

const noEdits = ({ editCount }: GateFacts): Gate[] =>
  editCount > 0
    ? []
    : [
        {
          code: 'no-edits',
          message: 'The request holds no edits, so there is nothing to publish.',
          clearedBy: 'its author',
          action: 'edit',
        },
      ]

const conflicts = ({ conflicts: rules }: GateFacts): Gate[] =>
  rules.length === 0
    ? []
    : [
        {
          code: 'conflicts',
          message: `${named(rules)} changed in the plan as well, at the same place. Say what the request goes on with; nothing that was typed is lost.`,
          clearedBy: 'its author or a steward',
          action: 'update',
        },
      ]

const outOfDate = ({ baseVersion, headVersion, isUnmerged = false }: GateFacts): Gate[] =>
  baseVersion === headVersion && !isUnmerged
    ? []
    : [
        {
          code: 'out-of-date',
          message: isUnmerged
            ? 'What is promoted is still to be merged with what the plan holds.'
            : `The request is based on version ${baseVersion}; the plan is at version ${headVersion}.`,
          clearedBy: 'its author or a steward',
          action: 'update',
        },
      ]

const drift = ({ drift: rules }: GateFacts): Gate[] =>
  rules.length === 0
    ? []
    : [
        {
          code: 'drift',
          message: `Segment holds something else than we published: ${named(rules)}. Publishing would overwrite it.`,
          clearedBy: 'a steward, by adopting it or publishing ours again',
          action: 'resolve-drift',
        },
      ]

const checksRunning = ({ checks }: GateFacts): Gate[] => {
  const running = checks.filter(({ status }) => status === 'queued' || status === 'running')
  if (running.length === 0) return []
  const names = running.map(({ name }) => name).join(', ')
  return [{ code: 'checks-running', message: `Checks are still running: ${names}.`, clearedBy: 'the worker' }]
}

const checksFailed = ({ checks }: GateFacts): Gate[] =>
  checks
    .filter(({ status, conclusion }) => status === 'failed' || conclusion === 'block')
    .map(({ name, status, reason }) => ({
      code: 'check-failed',
      message:
        (status === 'failed'
          ? `The check "${name}" could not run`
          : `The check "${name}" found a reason to stop`) + (reason === undefined ? '.' : `: ${reason}`),
      clearedBy: status === 'failed' ? 'a steward, by running the checks again' : 'its author',
      action: status === 'failed' ? 'run-checks' : 'edit',
    }))
