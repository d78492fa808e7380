import type { Rule, RuleId, RuleType } from '@/domain/plan/rule'

export type StoredRule = Rule & {
  readonly id: string
  readonly lineage: string
  readonly from: number
  readonly to: number | null
  readonly description: string
  readonly labels: Readonly<Record<string, string>>
  readonly propertyNames: readonly string[]
  readonly requiredCount: number
  /** Known defects for which a strict validator refuses the schema; others do no harm. */
  readonly defectCount: number
}

export type RuleQuery = {
  readonly version: number
  readonly type?: string
  readonly key?: string
  /** Over key, description, property names and labels. */
  readonly search?: string
  readonly limit: number
  readonly cursor?: string
}

/** Events, and properties with how many rules have each. */
export type FoundNames = {
  readonly events: readonly { readonly rule: RuleId; readonly description: string }[]
  readonly properties: readonly { readonly name: string; readonly count: number }[]
}

/** What turns version N into N+1. A rename keeps the lineage. */
export type RuleStep =
  | { readonly kind: 'add'; readonly rule: Rule }
  | { readonly kind: 'change'; readonly rule: Rule }
  | { readonly kind: 'rename'; readonly from: RuleId; readonly rule: Rule }
  | { readonly kind: 'remove'; readonly id: RuleId }

export type RuleStore = {
  /** Every rule of a version, ordered by type, key, version. */
  readonly ofVersion: (planId: string, version: number) => Promise<readonly StoredRule[]>
  /** What stands in only one of two versions: rules that went, and rules that came. */
  readonly between: (
    planId: string,
    from: number,
    to: number,
  ) => Promise<{ readonly gone: readonly StoredRule[]; readonly come: readonly StoredRule[] }>
  /** Keyset page over a version, same order; of a search, what is called so comes first. */
  readonly page: (
    planId: string,
    query: RuleQuery,
  ) => Promise<{ readonly rules: readonly StoredRule[]; readonly nextCursor: string | null }>
  readonly find: (planId: string, version: number, id: RuleId) => Promise<StoredRule | null>
  /**
   * What calls of a type and of some names may be judged by: rules of these names, those of the type without a name,
   * and the common one; in the order of `ofVersion`.
   */
  readonly judging: (
    planId: string,
    version: number,
    asked: { readonly type: RuleType; readonly keys: readonly string[] },
  ) => Promise<readonly StoredRule[]>
  /** Other names of a type that have the letters of a name: all that are another spelling of it, and a few more. */
  readonly namesAlike: (
    planId: string,
    version: number,
    name: { readonly type: RuleType; readonly key: string },
  ) => Promise<readonly string[]>
  /** The names of all track events of a version, and of all properties of its rules; each once. */
  readonly plannedNames: (
    planId: string,
    version: number,
  ) => Promise<{ readonly events: readonly string[]; readonly properties: readonly string[] }>
  /** Every event and property of a version whose name holds a text, whatever its case. */
  readonly findNames: (planId: string, version: number, search: string) => Promise<FoundNames>
  /** For each of some properties the rules that have it, those called as searched first, at most `limit`. */
  readonly findHolders: (
    planId: string,
    version: number,
    asked: { readonly names: readonly string[]; readonly search: string; readonly limit: number },
  ) => Promise<ReadonlyMap<string, readonly RuleId[]>>
  /** All states in time of one lineage, newest first. */
  readonly history: (planId: string, lineage: string) => Promise<readonly StoredRule[]>
  /** Every identity that was ever ours. */
  readonly managed: (planId: string) => Promise<readonly RuleId[]>
  /** By lineage: every name that it bore up to a version. Those that were never renamed are left out. */
  readonly names: (planId: string, version: number) => Promise<ReadonlyMap<string, readonly RuleId[]>>
  readonly countAt: (planId: string, version: number) => Promise<number>
  /** Events without a description. */
  readonly undescribedAt: (planId: string, version: number) => Promise<number>
  /** Rules whose schema has a known defect. */
  readonly defectiveAt: (planId: string, version: number) => Promise<number>
  /** Writes version `version` (head + 1, or 1) with its intervals, and makes it the head. The plan is locked. */
  readonly writeVersion: (
    planId: string,
    write: {
      readonly version: number
      readonly at: string
      readonly by: string
      readonly note: string
      readonly changeRequest: number | null
      readonly steps: readonly RuleStep[]
    },
  ) => Promise<void>
}
