import type { Json } from '../plan/json'
import { Budget, BudgetSpent } from './budget'
import { validatorAccepts } from './check-witness'
import { holds, type Known } from './holds'
import { partsToCompare } from './parts-to-compare'
import { plannedNames } from './planned-names'
import { withReadablePatterns } from './readable-patterns'
import { SchemaReader } from './schema-reader'
import { Search } from './search'
import { isWithinBounds } from './size-gate'
import { smallest } from './smallest'

/**
 * `safe` has been proved. `breaking` comes with a value that the validator accepts by the old schema and refuses by
 * the new one. Everything else is `unknown`.
 */
export type Comparison =
  | { readonly verdict: 'safe'; readonly reason: string }
  | { readonly verdict: 'breaking'; readonly witness: Json; readonly reason: string }
  | { readonly verdict: 'unknown'; readonly reason: string }

/**
 * `plannedNames` reads the old schema as closed to names that it does not speak of, as a plan is meant. `steps`
 * bounds the work; a changed event of 50 properties takes some thousand.
 */
export type ComparisonOptions = { readonly plannedNames?: boolean; readonly steps?: number }

const usualSteps = 80_000
const shrinkingSteps = 20_000
/** So many values are put to the validator. */
const checks = 12

/**
 * Whether everything that the old schema accepts is accepted by the new one (JSON Schema draft-07). Fetches nothing,
 * throws nothing, and ends after a bounded number of steps.
 */
export const compare = (before: Json, after: Json, options: ComparisonOptions = {}): Comparison => {
  if (!isWithinBounds(before) || !isWithinBounds(after))
    return unknown('A schema is too large or too deeply nested to be compared.')
  const texts = [JSON.stringify(before), JSON.stringify(after)] as const
  const pair = [withReadablePatterns(before, texts[0]), withReadablePatterns(after, texts[1])] as const
  // Equal references may lead to schemas that are not.
  const parts = texts.some((text) => text.includes('"$ref"')) ? pair : partsToCompare(...pair)
  return withinBudget(() => compareWithin(pair, parts, options)) ?? tooLong
}

const unknown = (reason: string): Comparison => ({ verdict: 'unknown', reason })

const tooLong = unknown('The comparison took more steps than are allowed.')

type Pair = readonly [before: Json, after: Json]

/** `parts` compare as the pair does. */
const compareWithin = ([before, after]: Pair, parts: Pair, options: ComparisonOptions): Comparison => {
  const budget = new Budget(options.steps ?? usualSteps)
  const reader = new SchemaReader()
  const [old, next] = [reader.read(parts[0]), reader.read(parts[1])]
  if (old === next) return { verdict: 'safe', reason: 'Both schemas say the same.' }
  const closed = options.plannedNames ? reader.read(plannedNames(parts[0], budget)) : reader.everything
  const shrinking = new Budget(shrinkingSteps)
  const known: Known = new Map()
  const isBreak = (value: Json) =>
    holds(old, value, shrinking, known) === true &&
    holds(closed, value, shrinking, known) === true &&
    holds(next, value, shrinking, known) === false
  const check = new Check(before, after)
  const isWitness = (value: Json): boolean => {
    const small = shrunk(value, isBreak)
    return check.isBreak(small) || (small !== value && check.isBreak(value))
  }
  const search = new Search(reader, budget)
  const demands = [
    { node: old, yes: true },
    { node: closed, yes: true },
    { node: next, yes: false },
  ]
  const answer = withinBudget(() => search.satisfy(demands, isWitness))
  if (check.witness !== undefined)
    return {
      verdict: 'breaking',
      witness: check.witness,
      reason: 'The old schema accepts this value, the new one refuses it.',
    }
  if (answer?.is === 'none')
    return { verdict: 'safe', reason: 'Everything that the old schema accepts, the new one accepts.' }
  if (check.cannotJudge) return unknown('The validator cannot take one of the schemas.')
  return answer ? unknown(`Not established: ${search.reason ?? 'whether such a value exists'}.`) : tooLong
}

/** As small as a few steps make it. */
const shrunk = (value: Json, isBreak: (value: Json) => boolean): Json => {
  let best = value
  withinBudget(() => {
    if (isBreak(value))
      smallest(value, (one) => {
        const isGood = isBreak(one)
        if (isGood) best = one
        return isGood
      })
  })
  return best
}

/** Undefined when the budget does not suffice. */
const withinBudget = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined
    throw error
  }
}

/** Puts values to the validator, a few of them. */
class Check {
  witness: Json | undefined
  cannotJudge = false
  private left = checks

  constructor(
    private readonly before: Json,
    private readonly after: Json,
  ) {}

  isBreak(value: Json): boolean {
    this.left -= 1
    if (this.left < 0) throw new BudgetSpent()
    const [old, now] = [validatorAccepts(this.before, value), validatorAccepts(this.after, value)]
    if (old === undefined || now === undefined) {
      this.cannotJudge = true
      // What it cannot take once, it hardly takes for other values.
      this.left = Math.min(this.left, 3)
    }
    if (old === true && now === false) this.witness = value
    return this.witness !== undefined
  }
}
