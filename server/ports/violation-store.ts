import type { ViolationView } from '@/contracts/violation'
import type { RuleType } from '@/domain/plan/rule'

/** One call that broke one constraint, ready to be folded. `key` names it for good: message id, pointer, type. */
export type Occurrence = {
  readonly key: string
  readonly fingerprint: string
  readonly planId: string
  readonly ruleType: RuleType
  readonly ruleKey: string | null
  readonly ruleVersion: number | null
  readonly pointer: string
  readonly schemaPointer: string | null
  readonly type: ViolationView['type']
  readonly rawType: string
  readonly message: string
  readonly messageId: string
  readonly at: string
  readonly hour: string
  readonly sourceId: string
  readonly sourceName: string
  readonly appVersion: string
  readonly library: string
}

/**
 * What became of an occurrence: counted now; counted before, or earlier in the same batch; or told too late to know
 * whether it was counted before (see docs/decisions/0012), and therefore left out and counted as late.
 */
export type Folded = 'counted' | 'duplicate' | 'late'

export type ViolationFilter = {
  readonly planId?: string
  readonly statuses?: readonly ViolationView['status'][]
  readonly sourceId?: string
  readonly key?: string
  readonly type?: RuleType
  readonly search?: string
  readonly regressed?: boolean
  readonly bundle?: string
  /** Given to the person, of a group that the person is in, either, or given to nobody. */
  readonly whose?: { readonly kind: 'me' | 'groups' | 'mine' | 'nobody'; readonly personId: string }
  /** The id of a group. */
  readonly owner?: string
  /** The id of a change request that is to end them. */
  readonly fixedBy?: string
}

export type ViolationQuery = ViolationFilter & {
  readonly limit: number
  readonly cursor?: string
}

export type LateArrivals = {
  readonly planId: string
  readonly sourceId: string
  readonly count: number
  readonly lastDay: string
}

export type ViolationStore = {
  /**
   * Folds a batch: keeps the occurrences that are new, and counts only those, in the violation and in its hours.
   * Safe with concurrent writers and repeated deliveries. Tells of each occurrence, in their order, what became of it.
   */
  readonly fold: (
    occurrences: readonly Occurrence[],
    how: { readonly now: string; readonly newId: () => string },
  ) => Promise<readonly Folded[]>
  /** Ids of violations by their fingerprints; those that are none are left out. */
  readonly idsOf: (fingerprints: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Newest seen first. `share` is left null here. */
  readonly page: (
    query: ViolationQuery,
    now: string,
  ) => Promise<{ readonly violations: readonly ViolationView[]; readonly nextCursor: string | null }>
  readonly find: (id: string, now: string) => Promise<ViolationView | null>
  readonly series: (
    id: string,
    window: { readonly from: string; readonly to: string },
    by: 'total' | 'source' | 'appVersion',
  ) => Promise<readonly { readonly hour: string; readonly by: string; readonly count: number }[]>
  readonly countOpen: (planId?: string) => Promise<number>
  /** Open violations per rule of a plan. */
  readonly openByRule: (
    planId: string,
  ) => Promise<readonly { readonly type: string; readonly key: string | null; readonly count: number }[]>
  /**
   * Makes room for the occurrences of today and the next days, and forgets those received so long ago that a
   * repetition would be refused as late, and what came late on such a day. Returns the days whose occurrences were
   * forgotten.
   */
  readonly keepDays: (now: string) => Promise<readonly string[]>
  /** Arrivals refused as late since a day (`YYYY-MM-DD`), by plan and source. */
  readonly lateArrivals: (since: string) => Promise<readonly LateArrivals[]>
  /** Occurrences per day since an instant, oldest first. */
  readonly dailyTotals: (
    since: string,
  ) => Promise<readonly { readonly day: string; readonly count: number }[]>
}
