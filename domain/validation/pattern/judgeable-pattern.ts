import { readPattern } from '../../plan/pattern/read-pattern'
import { runPattern } from './run-pattern'
import { isShownLinear } from './shown-linear'
import { sourceOfPattern } from './source-of-pattern'

export type Matcher = { readonly test: (text: string) => boolean; readonly toString: () => string }

/** A pattern that RE2 would refuse, or that is too large to be run; the message says which. */
export class PatternNotJudged extends Error {}

/**
 * A matcher with the meaning of RE2, in which Segment's validator reads patterns. Runs on the engine's own regular
 * expressions where they are shown to take linear time, else on an automaton that takes linear time for every text.
 * Throws `PatternNotJudged`.
 */
export const judgeablePattern = (pattern: string): Matcher => {
  const known = matchers.get(pattern)
  if (known) return known
  const made = makeMatcher(pattern)
  if (matchers.size >= mostKept) matchers.clear()
  matchers.set(pattern, made)
  return made
}

/** Patterns repeat within a plan and between its versions. */
const matchers = new Map<string, Matcher>()
const mostKept = 1000

const makeMatcher = (pattern: string): Matcher => {
  const reading = readPattern(pattern)
  if (!reading.ok) throw new PatternNotJudged(`The pattern ${JSON.stringify(pattern)} ${reading.reason}.`)
  const { tree, flags } = reading
  if (isShownLinear(tree, flags)) return new RegExp(sourceOfPattern(tree), flags)
  const test = runPattern(tree, flags)
  if (!test) throw new PatternNotJudged(`The pattern ${JSON.stringify(pattern)} is too large to be run.`)
  return { test, toString: () => `automaton of ${flags} ${pattern}` }
}
