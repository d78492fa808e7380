import type { Json } from '../plan/json'
import { type Answer, found, none } from './answer'
import { fitsScale, leastCommonMultiple, neighbours, type Scale, scaled, scaleFor, unscaled } from './decimal'
import type { Fact } from './fact'
import type { Goals } from './goals'
import { dividesInBinary } from './multiple-of'

type Range = { readonly low?: bigint; readonly high?: bigint }
type Needs = {
  readonly range: Range
  /** All values are multiples of it; undefined when every real number will do. */
  readonly step?: bigint
  readonly forbiddenSteps: readonly bigint[]
  readonly excluded: ReadonlySet<Json>
  readonly excludedEdges: readonly bigint[]
  readonly wholeness: readonly boolean[]
  readonly divisions: readonly Extract<Fact, { is: 'multiple' }>[]
}

const tried = 2000n

/** A number for which all facts hold, small and round where possible. Exact: no rounding decides. */
export const findNumber = (facts: readonly Fact[], goals: Goals): Answer => {
  const limits = facts.filter(isBound).map(({ limit }) => limit)
  const edges = limits.flatMap(neighbours)
  const scale = scaleFor([...facts.flatMap(numbersIn), ...edges])
  const needs = needsOf(facts, scale)
  const { low, high } = needs.range
  if (low !== undefined && high !== undefined && low > high) return none
  // What only a division with rounding tells apart is a break to a validator that divides so.
  const isDivided = needs.divisions.some(({ of }) => !Number.isInteger(of))
  if (!isDivided && everyStepIsForbidden(needs)) return none
  const isWanted = (value: number) => {
    goals.budget.spend()
    return holds(scaled(value, scale), value, needs) && dividesAlike(value, needs)
  }
  const hit = first(numbersToTry(needs, scale, edges), isWanted)
  if (hit !== undefined) return found(hit)
  const rounded = isDivided
    ? first(numbersToTry(needs, scale, edges), (value) => holdsRounded(value, needs, scale))
    : undefined
  if (rounded !== undefined) return found(rounded)
  return isExhausted(needs, goals, scale) ? none : goals.doubt('a number that fits no simple form')
}

const first = (values: Iterable<number>, isWanted: (value: number) => boolean): number | undefined => {
  for (const value of values) if (isWanted(value)) return value
  return undefined
}

/** Made one by one, since the first ones mostly do. */
function* numbersToTry(needs: Needs, scale: Scale, edges: readonly number[]): Generator<number> {
  for (const exact of candidates(needs, scale)) {
    const value = unscaled(exact, scale)
    if (Number.isFinite(value) && fitsScale(value, scale)) yield value
  }
  yield* edges.filter((value) => fitsScale(value, scale))
}

const numbersIn = (fact: Fact): number[] => {
  if (fact.is === 'above' || fact.is === 'below') return [fact.limit]
  if (fact.is === 'multiple') return [fact.of]
  return fact.is === 'none-of' ? fact.values.filter((value) => typeof value === 'number') : []
}

type Bound = Extract<Fact, { inclusive: boolean }>

const isBound = (fact: Fact): fact is Bound => fact.is === 'above' || fact.is === 'below'

const needsOf = (facts: readonly Fact[], scale: Scale): Needs => {
  const bounds = facts.filter(isBound)
  const limits = (is: 'above' | 'below') =>
    bounds.filter((fact) => fact.is === is).map((fact) => scaled(fact.limit, scale))
  const steps = (yes: boolean) =>
    facts.flatMap((fact) => {
      if (fact.is === 'integer' && fact.yes === yes) return [scale.one]
      return fact.is === 'multiple' && fact.yes === yes ? [scaled(fact.of, scale)] : []
    })
  const [lows, highs, wantedSteps] = [limits('above'), limits('below'), steps(true)]
  return {
    range: {
      ...(lows.length > 0 && { low: lows.reduce((a, b) => (a > b ? a : b)) }),
      ...(highs.length > 0 && { high: highs.reduce((a, b) => (a < b ? a : b)) }),
    },
    ...(wantedSteps.length > 0 && { step: wantedSteps.reduce(leastCommonMultiple) }),
    forbiddenSteps: steps(false),
    excluded: new Set(facts.flatMap((fact) => (fact.is === 'none-of' ? fact.values : []))),
    excludedEdges: bounds.filter((fact) => !fact.inclusive).map((fact) => scaled(fact.limit, scale)),
    wholeness: facts.flatMap((fact) => (fact.is === 'integer' ? [fact.yes] : [])),
    divisions: facts.filter((fact) => fact.is === 'multiple'),
  }
}

const holds = (exact: bigint, value: number, needs: Needs): boolean =>
  isInRange(exact, value, needs) &&
  (needs.step === undefined || exact % needs.step === 0n) &&
  needs.forbiddenSteps.every((step) => exact % step !== 0n)

const isInRange = (exact: bigint, value: number, needs: Needs): boolean => {
  const { low, high } = needs.range
  return (
    (low === undefined || exact >= low) &&
    (high === undefined || exact <= high) &&
    !needs.excludedEdges.includes(exact) &&
    !needs.excluded.has(value)
  )
}

/** Whether validators that divide in binary fractions come to what was asked for. */
const dividesAlike = (value: number, { divisions }: Needs): boolean =>
  divisions.every(({ of, yes }) => dividesInBinary(value, of) === yes)

const holdsRounded = (value: number, needs: Needs, scale: Scale): boolean =>
  isInRange(scaled(value, scale), value, needs) &&
  dividesAlike(value, needs) &&
  needs.wholeness.every((yes) => Number.isInteger(value) === yes)

function* candidates(needs: Needs, { one }: Scale): Generator<bigint> {
  const { low, high } = needs.range
  const anchors = [0n, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])]
  const { step } = needs
  if (step === undefined) {
    const middle = low !== undefined && high !== undefined ? [(low + high) / 2n] : []
    const nudges = [0n, one, -one, one / 2n, -one / 2n, one / 10n, -one / 10n, 2n * one, 3n * one]
    const whole = anchors.map((anchor) => (anchor / one) * one)
    for (const anchor of [...whole, ...anchors, ...middle]) {
      for (const nudge of nudges) yield anchor + nudge
      // Past every step that is forbidden, however they overlap.
      for (let i = 0n; i < 24n; i += 1n) yield anchor + (i * 7n + 3n) * (one / 100n)
    }
    // Beyond limits so large that adding to them changes nothing.
    for (const anchor of anchors) yield* [2n * anchor, anchor / 2n]
    return
  }
  for (const anchor of anchors) {
    const nearest = (anchor / step) * step
    yield nearest
    for (let i = 1n; i <= 65n; i += 1n) yield* [nearest + i * step, nearest - i * step]
    yield* roundMultiples(step, anchor)
  }
}

/** Multiples of a step beyond a limit so large that only round numbers can be written. */
const roundMultiples = (step: bigint, limit: bigint): bigint[] => {
  const digits = BigInt((limit / step).toString().length)
  return limit === 0n ? [] : [1n, -1n].map((sign) => sign * step * 10n ** digits)
}

const everyStepIsForbidden = ({ step, forbiddenSteps }: Needs): boolean =>
  step !== undefined && forbiddenSteps.some((forbidden) => step % forbidden === 0n)

/** Whether it is proved that the needs leave no number. */
const isExhausted = (needs: Needs, { budget }: Goals, scale: Scale): boolean => {
  const { step } = needs
  const { low, high } = needs.range
  const isWanted = (exact: bigint) => {
    budget.spend()
    return holds(exact, unscaled(exact, scale), needs)
  }
  if (low !== undefined && low === high) return !isWanted(low)
  if (step === undefined) return false
  if (everyStepIsForbidden(needs)) return true
  if (low === undefined || high === undefined) return false
  const first = low >= 0n ? (low + step - 1n) / step : low / step
  const last = high >= 0n ? high / step : (high - step + 1n) / step
  if (last - first > tried) return false
  for (let i = first; i <= last; i += 1n) if (isWanted(i * step)) return false
  return true
}
