import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import type { ViolationType } from '../plan/violation-types'
import { type Estimate, estimate } from './estimate'
import type { Inferred } from './inferred'
import type { NotJudged } from './judge-twice'
import { type Outcome, outcomes } from './outcome'
import type { ReplaySample, ReplayTally, StratumTally } from './replay-tally'

type Counts = Readonly<Record<Outcome, number>>

/** Recorded calls by what the proposal does to them, and how many received calls they stand for. */
export type ReplayCounts = Counts & {
  readonly judged: number
  readonly received: number
  readonly estimated: Readonly<Record<Outcome, Estimate>>
}

/** What the proposal does to one constraint: how many recorded calls break it before, after, or on both sides. */
export type ConstraintCounts = {
  readonly rule: RuleId | null
  readonly pointer: string
  readonly type: ViolationType
  readonly message: string
  readonly still: number
  readonly fixed: number
  readonly broken: number
  readonly uncertain: number
  readonly estimated: { readonly fixed: Estimate; readonly broken: Estimate }
}

export type ReplayResult = ReplayCounts & {
  /** By the rule that judges after the proposal, else before it; `event` names calls that no rule judges. */
  readonly byRule: readonly (ReplayCounts & { readonly rule: RuleId | null; readonly event: string | null })[]
  readonly bySource: readonly (ReplayCounts & { readonly id: string; readonly name: string })[]
  readonly byAppVersion: readonly (ReplayCounts & { readonly appVersion: string })[]
  readonly constraints: readonly ConstraintCounts[]
  readonly samples: readonly ReplaySample[]
  readonly notJudged: readonly NotJudged[]
  /** Groups and constraints beyond those that are listed; the totals count them. */
  readonly leftOut: number
}

/** What replay found, in recorded calls and in reports of violations. */
export type ReplayFound = ReplayResult & { readonly inferred: Inferred }

const mostGroups = 200
const mostConstraints = 300
const mostSamples = 60

export const replayResult = ({ strata, samples, notJudged }: ReplayTally): ReplayResult => {
  const all = [...strata.values()]
  const byRule = groupedBy(all, ({ rule, event }) => (rule ? ruleKey(rule) : JSON.stringify(event)))
  const bySource = groupedBy(all, ({ sourceId }) => sourceId)
  const byAppVersion = groupedBy(all, ({ appVersion }) => appVersion)
  const constraints = constraintCounts(all)
  const groups = [byRule, bySource, byAppVersion]
  return {
    ...countsOf(all),
    byRule: listed(byRule, ({ rule, event }) => ({ rule, event: rule ? rule.key : event })),
    bySource: listed(bySource, ({ sourceId, sourceName }) => ({ id: sourceId, name: sourceName })),
    byAppVersion: listed(byAppVersion, ({ appVersion }) => ({ appVersion })),
    constraints: constraints.slice(0, mostConstraints),
    samples: [...samples.values()].flat().sort(bySampleOrder).slice(0, mostSamples),
    notJudged: [...notJudged.values()],
    leftOut:
      groups.reduce((sum, { length }) => sum + Math.max(0, length - mostGroups), 0) +
      Math.max(0, constraints.length - mostConstraints) +
      all.reduce((sum, { constraintsLeftOut }) => sum + constraintsLeftOut, 0),
  }
}

const countsOf = (strata: readonly StratumTally[]): ReplayCounts => {
  const sum = (count: (stratum: StratumTally) => number) =>
    strata.reduce((total, stratum) => total + count(stratum), 0)
  const each = <Value>(value: (outcome: Outcome) => Value) =>
    Object.fromEntries(outcomes.map((outcome) => [outcome, value(outcome)])) as Record<Outcome, Value>
  return {
    judged: sum(({ kept }) => kept),
    received: Math.round(sum(({ received }) => received)),
    ...each((outcome) => sum(({ counts }) => counts[outcome])),
    estimated: each((outcome) =>
      estimate(strata.map(({ received, kept, counts }) => ({ received, kept, counted: counts[outcome] }))),
    ),
  }
}

type Group = { readonly first: StratumTally; readonly counts: ReplayCounts }

/** Those that the proposal hurts most come first. */
const groupedBy = (
  strata: readonly StratumTally[],
  keyOf: (stratum: StratumTally) => string,
): readonly Group[] => {
  const groups = new Map<string, [StratumTally, ...StratumTally[]]>()
  for (const stratum of strata) {
    const group = groups.get(keyOf(stratum))
    if (group) group.push(stratum)
    else groups.set(keyOf(stratum), [stratum])
  }
  return [...groups]
    .map(([key, group]) => ({ key, first: group[0], counts: countsOf(group) }))
    .sort(
      (a, b) =>
        b.counts.estimated.broken.value - a.counts.estimated.broken.value ||
        b.counts.estimated.fixed.value - a.counts.estimated.fixed.value ||
        b.counts.received - a.counts.received ||
        (a.key < b.key ? -1 : 1),
    )
}

const listed = <Name>(
  groups: readonly Group[],
  nameOf: (first: StratumTally) => Name,
): readonly (ReplayCounts & Name)[] =>
  groups.slice(0, mostGroups).map(({ first, counts }) => ({ ...nameOf(first), ...counts }))

const constraintCounts = (strata: readonly StratumTally[]): readonly ConstraintCounts[] => {
  const byConstraint = new Map<string, { stratum: StratumTally; key: string }[]>()
  for (const stratum of strata)
    for (const key of stratum.constraints.keys()) {
      const places = byConstraint.get(key) ?? []
      places.push({ stratum, key })
      byConstraint.set(key, places)
    }
  return [...byConstraint.values()].map(countsOfConstraint).sort(byConstraintOrder)
}

const countsOfConstraint = (
  places: readonly { readonly stratum: StratumTally; readonly key: string }[],
): ConstraintCounts => {
  const met = places.flatMap(({ stratum, key }) => {
    const counted = stratum.constraints.get(key)
    return counted ? [{ stratum, counted }] : []
  })
  const sum = (outcome: 'still' | 'fixed' | 'broken' | 'uncertain') =>
    met.reduce((total, { counted }) => total + counted[outcome], 0)
  const guess = (outcome: 'fixed' | 'broken') =>
    estimate(
      met.map(({ stratum: { received, kept }, counted }) => ({ received, kept, counted: counted[outcome] })),
    )
  const { rule, pointer, type, message } = (met[0] as (typeof met)[number]).counted
  return {
    ...{ rule, pointer, type, message },
    ...{ still: sum('still'), fixed: sum('fixed'), broken: sum('broken'), uncertain: sum('uncertain') },
    estimated: { fixed: guess('fixed'), broken: guess('broken') },
  }
}

const byConstraintOrder = (a: ConstraintCounts, b: ConstraintCounts): number =>
  b.estimated.broken.value - a.estimated.broken.value ||
  b.estimated.fixed.value - a.estimated.fixed.value ||
  b.still + b.uncertain - (a.still + a.uncertain) ||
  (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : a.type < b.type ? -1 : 1)

const sampleOrder: readonly Outcome[] = ['broken', 'fixed', 'uncertain', 'stillInvalid', 'stillValid']

const bySampleOrder = (a: ReplaySample, b: ReplaySample): number =>
  sampleOrder.indexOf(a.outcome) - sampleOrder.indexOf(b.outcome) ||
  (a.at < b.at ? 1 : a.at > b.at ? -1 : a.messageId < b.messageId ? -1 : 1)
