import type { CharSet } from '../../plan/pattern/char-set'
import { areDisjoint, type PatternTree } from '../../plan/pattern/pattern-tree'

/**
 * The longest text, in UTF-16 code units, on which a backtracking engine is shown to need no more than some hundred
 * thousand steps: infinite where its time is linear, 0 where nothing is shown. Conservative.
 *
 * A repeat is *determined* where what follows cannot begin with one of its own characters, so that giving characters
 * back fails at once. From one starting place the number of ways through a pattern is at most
 * `ways * length ** degree`, where each repeat without an end that is not determined adds one to the degree.
 */
export const mostCharacters = (tree: PatternTree): number => {
  const found = look(tree, [])
  if (found === null || found.ways > mostSteps) return 0
  // A long repeat walks the text once a way; without an anchor each character is a starting place.
  const power = found.degree + (found.isLong ? 1 : 0) + (startsAnchored(tree) ? 0 : 1)
  if (power === 0 || (power === 1 && found.ways <= mostWays)) return Number.POSITIVE_INFINITY
  return Math.floor((mostSteps / found.ways) ** (1 / power))
}

const mostSteps = 100_000
/** A factor that does not matter where time is linear. */
const mostWays = 64

/** What can come next: its possible first characters, null for any; none at the end of the pattern. */
type Next = CharSet | null

/** `isLong`: some repeat has no end. Null: not bounded by any power of the length. */
type Cost = { readonly ways: number; readonly degree: number; readonly isLong: boolean } | null

const free: Cost = { ways: 1, degree: 0, isLong: false }

const look = (tree: PatternTree, next: Next): Cost => {
  if (tree.kind === 'sequence') return lookAtSequence(tree.parts, next)
  if (tree.kind === 'choice') return lookAtChoice(tree.options, next)
  return tree.kind === 'repeat' ? lookAtRepeat(tree, next) : free
}

const lookAtSequence = (parts: readonly PatternTree[], next: Next): Cost => {
  let after = next
  let whole: Cost = free
  for (const part of parts.toReversed()) {
    whole = both(whole, look(part, after))
    after = nextFrom(part, after)
  }
  return whole
}

const both = (one: Cost, other: Cost): Cost =>
  one &&
  other && {
    ways: one.ways * other.ways,
    degree: one.degree + other.degree,
    isLong: one.isLong || other.isLong,
  }

/** Options that begin with different characters are one way together. */
const lookAtChoice = (options: readonly PatternTree[], next: Next): Cost => {
  const firsts = options.map((option) => nextFrom(option, next))
  const isDetermined = firsts.every((one, i) => firsts.every((other, j) => i >= j || cannotBoth(one, other)))
  const costs = options.map((option) => look(option, next))
  return costs.reduce(
    (sum, cost) =>
      sum &&
      cost && {
        ways: isDetermined ? Math.max(sum.ways, cost.ways) : sum.ways + cost.ways,
        degree: Math.max(sum.degree, cost.degree),
        isLong: sum.isLong || cost.isLong,
      },
  )
}

const lookAtRepeat = (tree: Extract<PatternTree, { kind: 'repeat' }>, next: Next): Cost => {
  const { part, min, max } = tree
  const isEndless = max === Number.POSITIVE_INFINITY
  const again = max > 1 ? either(nextFrom(part, next), next) : next
  const inside = look(part, again)
  if (inside === null || (isEndless && (inside.ways > 1 || inside.degree > 0))) return null
  const endsByItself = min === max || (!isNullable(part) && cannotBoth(nextFrom(part, next), next))
  if (isEndless) return { ways: 1, degree: endsByItself ? 0 : 1, isLong: true }
  return {
    ways: inside.ways ** max * (endsByItself ? 1 : max - min + 1),
    degree: inside.degree * max,
    isLong: inside.isLong,
  }
}

const nextFrom = (tree: PatternTree, next: Next): Next => {
  switch (tree.kind) {
    case 'set':
      return tree.ranges
    case 'place':
      return next
    case 'sequence':
      return tree.parts.reduceRight((after, part) => nextFrom(part, after), next)
    case 'choice':
      return tree.options.map((option) => nextFrom(option, next)).reduce(either)
    case 'repeat': {
      const inside = nextFrom(tree.part, next)
      return tree.min === 0 ? either(inside, next) : inside
    }
  }
}

const either = (a: Next, b: Next): Next => (a === null || b === null ? null : [...a, ...b])

const cannotBoth = (a: Next, b: Next): boolean => a?.length === 0 || b?.length === 0 || areDisjoint(a, b)

const isNullable = (tree: PatternTree): boolean => {
  switch (tree.kind) {
    case 'set':
      return false
    case 'place':
      return true
    case 'sequence':
      return tree.parts.every(isNullable)
    case 'choice':
      return tree.options.some(isNullable)
    case 'repeat':
      return tree.min === 0 || isNullable(tree.part)
  }
}

const startsAnchored = (tree: PatternTree): boolean => {
  if (tree.kind === 'place') return tree.place === 'start'
  if (tree.kind === 'sequence') return tree.parts[0] !== undefined && startsAnchored(tree.parts[0])
  return tree.kind === 'choice' && tree.options.every(startsAnchored)
}
