import type { Json } from '../plan/json'
import { leastCommonMultiple, type Scale, scaled, scaleFor, unscaled } from './decimal'
import type { Fact } from './fact'
import { type Answer, found, type Goals, none } from './goals'

type Range = { readonly low?: bigint; readonly high?: bigint }
type Needs = {
  readonly range: Range
  /** All values are multiples of it; undefined when every real number will do. */
  readonly step?: bigint
  readonly forbiddenSteps: readonly bigint[]
  readonly excluded: ReadonlySet<Json>
  readonly excludedEdges: readonly bigint[]
}

const tried = 2000n

/** A number for which all facts hold, small and round where possible. Exact: no rounding decides. */
export const findNumber = (facts: readonly Fact[], goals: Goals): Answer => {
  const scale = scaleFor(facts.flatMap(numbersIn))
  const needs = needsOf(facts, scale)
  const { low, high } = needs.range
  if (low !== undefined && high !== undefined && low > high) return none
  const holds = (value: bigint) => {
    goals.budget.spend()
    return isWanted(value, needs, scale)
  }
  const hit = candidates(needs, scale).find(holds)
  if (hit !== undefined) return found(unscaled(hit, scale))
  return isExhausted(needs, holds) ? none : goals.doubt('a number that fits no simple form')
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
  }
}

const isWanted = (value: bigint, needs: Needs, scale: Scale): boolean => {
  const { low, high } = needs.range
  return (
    (low === undefined || value >= low) &&
    (high === undefined || value <= high) &&
    !needs.excludedEdges.includes(value) &&
    (needs.step === undefined || value % needs.step === 0n) &&
    needs.forbiddenSteps.every((step) => value % step !== 0n) &&
    !(needs.excluded.size > 0 && needs.excluded.has(unscaled(value, scale)))
  )
}

const candidates = (needs: Needs, { one }: Scale): bigint[] => {
  const { low, high } = needs.range
  const anchors = [0n, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])]
  const step = needs.step
  if (step === undefined) {
    const middle = low !== undefined && high !== undefined ? [(low + high) / 2n] : []
    const nudges = [0n, one, -one, one / 2n, -one / 2n, one / 10n, -one / 10n, 1n, -1n, 2n * one, 3n * one]
    const whole = anchors.map((anchor) => (anchor / one) * one)
    return [...whole, ...anchors, ...middle].flatMap((anchor) => [
      ...nudges.map((nudge) => anchor + nudge),
      // Past every step that is forbidden, however they overlap.
      ...Array.from({ length: 24 }, (_, i) => anchor + (BigInt(i) * 7n + 3n) * (one / 100n)),
    ])
  }
  return anchors.flatMap((anchor) => {
    const nearest = (anchor / step) * step
    return Array.from({ length: 130 }, (_, i) => nearest + step * BigInt(i % 2 === 0 ? -i / 2 : (i + 1) / 2))
  })
}

/** Whether it is proved that the needs leave no number. */
const isExhausted = (needs: Needs, holds: (value: bigint) => boolean): boolean => {
  const { step, forbiddenSteps } = needs
  const { low, high } = needs.range
  if (low !== undefined && low === high) return !holds(low)
  if (step === undefined) return false
  if (forbiddenSteps.some((forbidden) => step % forbidden === 0n)) return true
  if (low === undefined || high === undefined) return false
  const first = low >= 0n ? (low + step - 1n) / step : low / step
  const last = high >= 0n ? high / step : (high - step + 1n) / step
  if (last - first > tried) return false
  for (let i = first; i <= last; i += 1n) if (holds(i * step)) return false
  return true
}
