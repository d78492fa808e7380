import type { Json } from '@/domain/plan/json'
import type { RuleType } from '@/domain/plan/rule'
import type { ViolationType } from '@/domain/plan/violation-types'

/** One constraint that only one of the two found in calls: Segment, or we ourselves. */
export type VerdictDisagreement = {
  /** The same for all calls: a hash over plan, rule, place, type and side. */
  readonly id: string
  readonly planId: string
  readonly ruleType: RuleType
  readonly ruleKey: string | null
  readonly ruleVersion: number | null
  readonly pointer: string
  readonly type: ViolationType
  readonly side: 'segment' | 'twin'
  readonly message: string
  readonly count: number
  readonly firstSeen: string
  readonly lastSeen: string
  /** The newest such call, masked. */
  readonly sample: Json
}

export type DisagreementStore = {
  /** One for each call; they are added up under their ids. Not for repeated calls. */
  readonly add: (
    disagreements: readonly (Omit<VerdictDisagreement, 'count' | 'firstSeen' | 'lastSeen'> & {
      readonly at: string
    })[],
  ) => Promise<void>
  /** Newest seen first. */
  readonly page: (
    planId: string,
    page: { readonly limit: number; readonly cursor?: string },
  ) => Promise<{ readonly disagreements: readonly VerdictDisagreement[]; readonly nextCursor: string | null }>
}
