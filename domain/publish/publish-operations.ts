import { isLeftToSegment } from '../plan/left-to-segment'
import type { Rule, RuleId } from '../plan/rule'
import { compareRuleIds, ruleIdOf, ruleKey } from '../plan/rule-id'

/** Segment Public API: an insert or update by identity, `newKey` renames. */
export type Upsert = RuleId & { readonly schemaText: string; readonly newKey?: string }

export type PublishCounts = {
  readonly added: number
  readonly updated: number
  readonly renamed: number
  readonly removed: number
}

/** What has to be sent, in this order: every batch of upserts, then every batch of removals. */
export type PublishOperations = {
  readonly upserts: readonly (readonly Upsert[])[]
  readonly removals: readonly (readonly RuleId[])[]
  /** Rules that Segment holds, that are not in the plan, and that stay. */
  readonly leftAlone: readonly RuleId[]
  readonly counts: PublishCounts
}

/** Segment Public API: at most 200 rules in one PATCH. Removals travel in the query string, so they go in small calls. */
export const batchSizes = { upserts: 200, removals: 20 } as const

export type PublishInput = {
  /** Everything Segment holds, by a whole read. */
  readonly held: readonly Rule[]
  /** Everything it should hold. */
  readonly wanted: readonly Rule[]
  /** Every identity that was ever ours. Others are left alone: synced libraries, rules made by hand. */
  readonly managed: readonly RuleId[]
  /** Rules that go on under another name; they keep what Segment knows about them. */
  readonly renames?: readonly { readonly from: RuleId; readonly to: RuleId }[]
  /** Rules that stay as Segment holds them although ours differ. */
  readonly ignored?: readonly RuleId[]
}

/**
 * The way from what Segment holds to what it should hold. Rules of equal meaning are not sent. Nothing is removed
 * before its replacement stands. Computed again after an interruption, it gives what is still to do; empty means
 * that the target holds the plan.
 */
export const publishOperations = ({
  held,
  wanted,
  managed,
  renames = [],
  ignored = [],
}: PublishInput): PublishOperations => {
  const holds = new Map(held.map((rule) => [ruleKey(rule), rule]))
  const wants = new Map(wanted.map((rule) => [ruleKey(rule), rule]))
  const stays = new Set(ignored.map(ruleKey))
  const ours = new Set(managed.map(ruleKey).filter((key) => !stays.has(key)))

  const movable = renames.filter(({ from, to }) => isPlainRename(from, to, holds, wants))
  const oldNames = new Map(movable.map(({ from, to }) => [ruleKey(to), from]))
  const moved = new Set(movable.map(({ from }) => ruleKey(from)))

  const upserts = [...wanted]
    .sort(compareRuleIds)
    .filter((rule) => holds.get(ruleKey(rule))?.hash !== rule.hash && !stays.has(ruleKey(rule)))
    .map((rule): Upsert => {
      const from = oldNames.get(ruleKey(rule))
      return from && rule.key !== null
        ? { ...ruleIdOf(from), newKey: rule.key, schemaText: rule.schemaText }
        : { ...ruleIdOf(rule), schemaText: rule.schemaText }
    })
  const surplus = held
    .filter((rule) => !wants.has(ruleKey(rule)) && !moved.has(ruleKey(rule)))
    .sort(compareRuleIds)
  const goes = (rule: RuleId) => ours.has(ruleKey(rule)) && !isLeftToSegment(rule)
  const removals = surplus.filter(goes).map(ruleIdOf)
  const renamed = upserts.filter(({ newKey }) => newKey !== undefined).length
  const updated = upserts.filter((rule) => rule.newKey === undefined && holds.has(ruleKey(rule))).length
  return {
    upserts: inBatches(upserts, batchSizes.upserts),
    removals: inBatches(removals, batchSizes.removals),
    leftAlone: surplus.filter((rule) => !goes(rule)).map(ruleIdOf),
    counts: { added: upserts.length - renamed - updated, updated, renamed, removed: removals.length },
  }
}

/** "2 added, 3 updated, 1 removed"; "nothing to change" when the target holds the plan already. */
export const publishSummary = (counts: PublishCounts): string => {
  const parts = (['added', 'updated', 'renamed', 'removed'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${counts[what]} ${what}`)
  return parts.join(', ') || 'nothing to change'
}

export const isNothingToDo = ({ upserts, removals }: PublishOperations): boolean =>
  upserts.length === 0 && removals.length === 0

/** A chain or a swap of names is not plain: it goes out as upserts, then removals. */
const isPlainRename = (
  from: RuleId,
  to: RuleId,
  holds: ReadonlyMap<string, Rule>,
  wants: ReadonlyMap<string, Rule>,
): boolean =>
  from.type === to.type &&
  from.version === to.version &&
  from.key !== null &&
  holds.has(ruleKey(from)) &&
  !holds.has(ruleKey(to)) &&
  wants.has(ruleKey(to)) &&
  !wants.has(ruleKey(from))

const inBatches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
