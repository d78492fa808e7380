export const checkStatuses = ['queued', 'running', 'completed', 'failed', 'skipped'] as const

export type CheckStatus = (typeof checkStatuses)[number]

export const checkConclusions = ['pass', 'warn', 'block'] as const

export type CheckConclusion = (typeof checkConclusions)[number]

/** One check of a change request. `reason` says why it failed to run or was skipped. */
export type Check = {
  readonly name: string
  readonly status: CheckStatus
  readonly conclusion?: CheckConclusion
  readonly reason?: string
}
