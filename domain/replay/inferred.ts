import type { ViolationType } from '../plan/violation-types'

/** `cleared`: calls like these would break this constraint no longer. `unknown`: the report does not tell. */
export const inferredOutcomes = ['cleared', 'still', 'unknown'] as const

export type InferredOutcome = (typeof inferredOutcomes)[number]

/** A violation of an event of which no call is recorded, judged by what was reported of it: a guess. */
export type InferredViolation = {
  readonly id: string
  readonly event: string | null
  readonly pointer: string
  readonly type: ViolationType
  readonly message: string
  readonly count: number
  readonly lastSeen: string
  readonly outcome: InferredOutcome
}

/** How many of them would go, and each. `isCut`: there are more than were looked at. */
export type Inferred = Readonly<Record<InferredOutcome, number>> & {
  readonly violations: readonly InferredViolation[]
  readonly isCut: boolean
}
