import { canonicalForm } from '../plan/canonical-form'
import type { Json } from '../plan/json'
import { Budget, BudgetSpent } from './budget'
import { validatorAccepts } from './check-witness'
import { plannedNames } from './planned-names'
import { withReadablePatterns } from './readable-patterns'
import { SchemaReader } from './schema-reader'
import { Search } from './search'
import { isWithinBounds } from './size-gate'

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
const checks = 12

/**
 * Whether everything that the old schema accepts is accepted by the new one (JSON Schema draft-07). Fetches nothing,
 * throws nothing, and ends after a bounded number of steps.
 */
export const compare = (before: Json, after: Json, options: ComparisonOptions = {}): Comparison => {
  if (!isWithinBounds(before) || !isWithinBounds(after))
    return unknown('A schema is too large or too deeply nested to be compared.')
  try {
    const [old, next] = [before, after].map((schema) => withReadablePatterns(canonicalForm(schema)))
    return compareWithin(old as Json, next as Json, options)
  } catch (error) {
    if (error instanceof BudgetSpent) return unknown('The comparison took more steps than are allowed.')
    throw error
  }
}

const unknown = (reason: string): Comparison => ({ verdict: 'unknown', reason })

const compareWithin = (before: Json, after: Json, options: ComparisonOptions): Comparison => {
  const budget = new Budget(options.steps ?? usualSteps)
  const reader = new SchemaReader()
  const [old, next] = [reader.read(before, before), reader.read(after, after)]
  if (old === next) return { verdict: 'safe', reason: 'Both schemas say the same.' }
  const closing = options.plannedNames ? plannedNames(before, budget) : true
  let left = checks
  let refusal: string | undefined
  const isWitness = (value: Json): boolean => {
    left -= 1
    if (left < 0) throw new BudgetSpent()
    const accepted = [before, closing].map((schema) => validatorAccepts(schema, value))
    const refused = validatorAccepts(after, value)
    if (accepted.includes(undefined) || refused === undefined)
      refusal = 'The validator cannot take one of the schemas.'
    return accepted.every((one) => one === true) && refused === false
  }
  const search = new Search(reader, budget)
  const answer = search.satisfy(
    [
      { node: old, yes: true },
      { node: reader.read(closing, closing), yes: true },
      { node: next, yes: false },
    ],
    isWitness,
  )
  if (answer.is === 'none')
    return { verdict: 'safe', reason: 'Everything that the old schema accepts, the new one accepts.' }
  if (answer.is === 'found')
    return {
      verdict: 'breaking',
      witness: answer.value,
      reason: 'The old schema accepts this value, the new one refuses it.',
    }
  return unknown(refusal ?? `Not established: ${search.reason ?? 'whether such a value exists'}.`)
}
