import type { Json } from '../plan/json'
import { type Answer, found, none } from './answer'
import type { Fact, Literal } from './fact'
import type { Goals } from './goals'

type Items = Extract<Fact, { is: 'items' }>
type Wanted = { readonly index: number; readonly item: Literal }

type Needs = {
  readonly min: number
  readonly max: number
  readonly shapes: readonly Items[]
  /** Items that have to stand somewhere from an index on. */
  readonly wanted: readonly Wanted[]
  /** What single places have to hold besides. */
  readonly fixed: ReadonlyMap<number, readonly Literal[]>
  readonly distinct: boolean
}

const longest = 300

/** A list for which all facts hold, short where possible. */
export const findList = (facts: readonly Fact[], goals: Goals): Answer => {
  const distinct = facts.some((fact) => fact.is === 'distinct' && fact.yes)
  const twice = facts.some((fact) => fact.is === 'distinct' && !fact.yes)
  if (distinct && twice) return none
  const needs = needsOf(facts, distinct)
  if (!twice) return place(needs, goals)
  return firstFound(pairs(needs), ([a, b]) => placeTwice(needs, a, b, goals))
}

const needsOf = (facts: readonly Fact[], distinct: boolean): Needs => {
  const fixed = new Map<number, Literal[]>()
  const shapes: Items[] = []
  const wanted: Wanted[] = []
  let [min, max] = [0, Number.POSITIVE_INFINITY]
  for (const fact of facts)
    if (fact.is === 'items') shapes.push(fact)
    else if (fact.is === 'item-from') wanted.push(fact)
    else if (fact.is === 'at-least') min = Math.max(min, fact.count)
    else if (fact.is === 'at-most') max = Math.min(max, fact.count)
    else if (fact.is === 'item-at') {
      fixed.set(fact.index, [...(fixed.get(fact.index) ?? []), fact.item])
      min = Math.max(min, fact.index + 1)
    }
  return { min, max, shapes, wanted, fixed, distinct }
}

/** The first index from which every place is under the same rules. */
const steadyFrom = (needs: Needs): number =>
  Math.max(
    0,
    ...needs.shapes.map(({ prefix }) => prefix.length),
    ...needs.wanted.map(({ index }) => index),
    ...[...needs.fixed.keys()].map((index) => index + 1),
  )

const rulesAt = (needs: Needs, index: number): readonly Literal[] => [
  ...needs.shapes.flatMap(({ prefix, rest }) => prefix[index] ?? (index < prefix.length ? [] : (rest ?? []))),
  ...(needs.fixed.get(index) ?? []),
]

/** Tries every way to give the wanted items their places. */
const place = (needs: Needs, goals: Goals): Answer => {
  if (needs.min > needs.max) return none
  const [next, ...others] = needs.wanted
  if (!next) return fill(needs, goals)
  const steady = steadyFrom(needs)
  // Beyond the steady part and one place for each wanted item, further places bring nothing new.
  const last = Math.min(needs.max - 1, Math.max(steady, needs.min - 1, 0) + needs.wanted.length - 1)
  const far = Math.min(last, steady + needs.wanted.length)
  const indexes = Array.from({ length: Math.max(0, far - next.index + 1) }, (_, i) => next.index + i)
  return firstFound(indexes, (index) => {
    goals.budget.spend()
    const literals = [...rulesAt(needs, index), next.item]
    const alone = goals.satisfy(literals)
    if (alone.is === 'none') return none
    const fixed = new Map(needs.fixed).set(index, [...(needs.fixed.get(index) ?? []), next.item])
    return place({ ...needs, fixed, wanted: others, min: Math.max(needs.min, index + 1) }, goals)
  })
}

const fill = (needs: Needs, goals: Goals): Answer => {
  if (needs.min > needs.max) return none
  const steady = Math.min(needs.min, steadyFrom(needs) + 1)
  // One place after another is asked first, so that an impossible one settles even a very long list.
  for (let index = 0; index < steady; index += 1)
    if (goals.satisfy(rulesAt(needs, index)).is === 'none') return none
  if (needs.min > longest) return goals.doubt('a very long list')
  const items: Json[] = []
  for (let index = 0; index < needs.min; index += 1) {
    const others = needs.distinct ? items.map((item) => unlike(item, goals)) : []
    const answer = goals.satisfy([...rulesAt(needs, index), ...others])
    if (answer.is === 'found') items.push(answer.value)
    else if (answer.is === 'none' && isTooFew(needs, items.length, goals)) return none
    else return goals.doubt('a list without repetition')
  }
  return found(items)
}

const unlike = (value: Json, { reader }: Goals): Literal => ({
  node: reader.read({ const: value }),
  yes: false,
})

/**
 * The values ran out before the list was long enough. That is a proof where every place draws from the same values
 * and those are counted without the demands of single places.
 */
const isTooFew = (needs: Needs, reached: number, goals: Goals): boolean => {
  if (needs.shapes.some(({ prefix }) => prefix.length > 0)) return false
  const common = needs.shapes.flatMap(({ rest }) => rest ?? [])
  const values: Json[] = []
  for (;;) {
    const answer = goals.satisfy([...common, ...values.map((value) => unlike(value, goals))])
    if (answer.is === 'none') return values.length < needs.min
    if (answer.is === 'unknown' || values.length > reached + needs.min) return false
    values.push(answer.value)
  }
}

const pairs = (needs: Needs): (readonly [number, number])[] => {
  const steady = steadyFrom(needs)
  const last = Math.min(needs.max - 1, steady + 1)
  return Array.from({ length: Math.max(0, last) }, (_, a) => a).flatMap((a) =>
    Array.from({ length: last - a }, (_, i) => [a, a + 1 + i] as const),
  )
}

/** Two places that hold the same value: each takes over what the other must be. */
const placeTwice = (needs: Needs, a: number, b: number, goals: Goals): Answer => {
  const both = [...rulesAt(needs, a), ...rulesAt(needs, b)]
  if (needs.wanted.length > 0) {
    const answer = goals.satisfy(both)
    if (answer.is === 'none') return none
  }
  const fixed = new Map(needs.fixed).set(a, both).set(b, both)
  const placed = place({ ...needs, fixed, min: Math.max(needs.min, b + 1) }, goals)
  if (placed.is !== 'found') return placed
  const items = [...(placed.value as readonly Json[])]
  // What a wanted item made of one place must be right for the other as well; the caller checks.
  items[b] = items[a] ?? null
  return found(items)
}

/** The first hit; a proof only where every try was one. */
const firstFound = <T>(tries: readonly T[], attempt: (one: T) => Answer): Answer => {
  let worst: Answer = none
  for (const one of tries) {
    const answer = attempt(one)
    if (answer.is === 'found') return answer
    if (answer.is === 'unknown') worst = answer
  }
  return worst
}
