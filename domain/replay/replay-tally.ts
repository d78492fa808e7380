import type { Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import type { JudgedCall, JudgedConstraint, NotJudged } from './judge-twice'
import { type Outcome, outcomes } from './outcome'
import type { ReplayedCall } from './replayed-call'

/** How often a constraint was met with each outcome, among the kept calls of one stratum. */
export type ConstraintTally = Omit<JudgedConstraint, 'outcome'> & Record<JudgedConstraint['outcome'], number>

/** Kept calls of one stratum that one rule judges. Counts by `outcomes`. */
export type StratumTally = {
  readonly stratum: string
  readonly rule: RuleId | null
  readonly event: string | null
  readonly sourceId: string
  readonly sourceName: string
  readonly appVersion: string
  kept: number
  received: number
  readonly counts: Record<Outcome, number>
  readonly constraints: Map<string, ConstraintTally>
  /** Met, but beyond the number of constraints that are told apart. */
  constraintsLeftOut: number
}

/** A call to look at, with what it breaks on either side. `call` is null where it is too large to be shown. */
export type ReplaySample = Pick<
  ReplayedCall,
  'messageId' | 'at' | 'event' | 'sourceName' | 'appVersion' | 'masked'
> & {
  readonly outcome: Outcome
  readonly rule: RuleId | null
  readonly call: Json
  readonly constraints: readonly JudgedConstraint[]
}

/** What was found in calls so far. Tallies of parts can be joined in any order. */
export type ReplayTally = {
  readonly strata: Map<string, StratumTally>
  readonly samples: Map<string, ReplaySample[]>
  readonly notJudged: Map<string, NotJudged>
}

export const emptyTally = (): ReplayTally => ({ strata: new Map(), samples: new Map(), notJudged: new Map() })

/** Names in calls are anybody's, so what is told apart has an end. */
const mostConstraints = 200
const mostSampleKinds = 100
const samplesOfKind = 3
const largestSample = 16_000
const constraintsOfSample = 20

export const countCall = (tally: ReplayTally, call: ReplayedCall, judged: JudgedCall): void => {
  const key = `${call.stratum} ${judged.rule === null ? '' : ruleKey(judged.rule)}`
  const stratum = tally.strata.get(key) ?? newStratum(call, judged.rule)
  tally.strata.set(key, stratum)
  stratum.kept += 1
  stratum.received += call.weight
  stratum.counts[judged.outcome] += 1
  for (const constraint of judged.constraints) {
    const counted = constraintOf(stratum, constraint)
    if (counted === null) stratum.constraintsLeftOut += 1
    else counted[constraint.outcome] += 1
  }
  if (shown.has(judged.outcome)) keepSample(tally.samples, call, judged)
}

const shown: ReadonlySet<Outcome> = new Set(['fixed', 'broken', 'uncertain'])

const newStratum = (call: ReplayedCall, rule: RuleId | null): StratumTally => ({
  stratum: call.stratum,
  rule,
  event: call.event,
  sourceId: call.sourceId,
  sourceName: call.sourceName,
  appVersion: call.appVersion,
  kept: 0,
  received: 0,
  counts: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>,
  constraints: new Map(),
  constraintsLeftOut: 0,
})

const constraintOf = (
  { constraints }: StratumTally,
  { outcome: _, ...constraint }: JudgedConstraint,
): ConstraintTally | null => {
  const key = JSON.stringify([
    constraint.rule && ruleKey(constraint.rule),
    constraint.pointer,
    constraint.type,
  ])
  const known = constraints.get(key)
  if (known) return known
  if (constraints.size >= mostConstraints) return null
  const made = { ...constraint, still: 0, fixed: 0, broken: 0, uncertain: 0 }
  constraints.set(key, made)
  return made
}

/** A few of each kind: the same outcome at the same place, from whichever source. */
const keepSample = (
  samples: ReplayTally['samples'],
  call: ReplayedCall,
  { outcome, rule, constraints }: JudgedCall,
): void => {
  const changed = constraints.filter((constraint) => constraint.outcome !== 'still')
  const places = changed.slice(0, 3).map(({ pointer, type }) => [pointer, type])
  const kind = JSON.stringify([outcome, rule && ruleKey(rule), places])
  const kept = samples.get(kind)
  if (kept ? kept.length >= samplesOfKind : samples.size >= mostSampleKinds) return
  const { messageId, at, event, sourceName, appVersion, masked } = call
  const sample: ReplaySample = {
    ...{ messageId, at, event, sourceName, appVersion, masked, outcome, rule },
    call: JSON.stringify(call.call).length > largestSample ? null : call.call,
    constraints: constraints.slice(0, constraintsOfSample),
  }
  samples.set(kind, [...(kept ?? []), sample])
}

/** Adds what was found in other calls. */
export const joinTally = (into: ReplayTally, other: ReplayTally): void => {
  for (const [key, stratum] of other.strata) {
    const known = into.strata.get(key)
    if (known) joinStratum(known, stratum)
    else into.strata.set(key, stratum)
  }
  for (const [kind, more] of other.samples) {
    const kept = into.samples.get(kind)
    if (kept || into.samples.size < mostSampleKinds)
      into.samples.set(kind, [...(kept ?? []), ...more].slice(0, samplesOfKind))
  }
  for (const [key, rule] of other.notJudged) into.notJudged.set(key, rule)
}

const joinStratum = (into: StratumTally, other: StratumTally): void => {
  into.kept += other.kept
  into.received += other.received
  into.constraintsLeftOut += other.constraintsLeftOut
  for (const outcome of outcomes) into.counts[outcome] += other.counts[outcome]
  for (const counted of other.constraints.values()) {
    const known = constraintOf(into, { ...withoutCounts(counted), outcome: 'still' })
    if (known === null) into.constraintsLeftOut += counted.still + counted.fixed + counted.broken
    else
      for (const outcome of ['still', 'fixed', 'broken', 'uncertain'] as const)
        known[outcome] += counted[outcome]
  }
}

const withoutCounts = ({ rule, pointer, type, message }: ConstraintTally) => ({
  rule,
  pointer,
  type,
  message,
})
