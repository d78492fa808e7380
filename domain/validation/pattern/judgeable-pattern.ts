import { readPattern } from '../../plan/pattern/read-pattern'
import { mostCharacters } from './backtracking-cost'
import { isTooLarge } from './pattern-program'
import { runPattern } from './run-pattern'
import { sourceOfPattern } from './source-of-pattern'

export type Matcher = { readonly test: (text: string) => boolean; readonly toString: () => string }

export type JudgeablePattern = {
  readonly matcher: Matcher
  /** Texts up to this length run on the engine's own regular expressions, longer ones on the slower automaton. */
  readonly fastUpTo: number
}

/** A pattern that RE2 would refuse, or that is too large to be run; the message says which. */
export class PatternNotJudged extends Error {}

/**
 * A matcher with the meaning of RE2, in which Segment's validator reads patterns. Runs on the engine's own regular
 * expressions where few steps are shown to be enough, else on an automaton that takes linear time for every text.
 * Throws `PatternNotJudged`.
 */
export const judgeablePattern = (pattern: string): JudgeablePattern => {
  const known = patterns.get(pattern)
  if (known) return known
  const made = makePattern(pattern)
  if (patterns.size >= mostKept) patterns.clear()
  patterns.set(pattern, made)
  return made
}

/** Patterns repeat within a plan and between its versions. */
const patterns = new Map<string, JudgeablePattern>()
const mostKept = 1000

const makePattern = (pattern: string): JudgeablePattern => {
  const reading = readPattern(pattern)
  if (!reading.ok) throw new PatternNotJudged(`The pattern ${JSON.stringify(pattern)} ${reading.reason}.`)
  const { tree } = reading
  if (isTooLarge(tree))
    throw new PatternNotJudged(`The pattern ${JSON.stringify(pattern)} is too large to be run.`)
  const fastUpTo = mostCharacters(tree)
  if (fastUpTo === Number.POSITIVE_INFINITY)
    return { matcher: new RegExp(sourceOfPattern(tree), 'u'), fastUpTo }
  const own = new RegExp(sourceOfPattern(tree), 'u')
  let automaton: ((text: string) => boolean) | undefined
  const test = (text: string): boolean => {
    if (text.length <= fastUpTo) return own.test(text)
    automaton ??= runPattern(tree)
    return automaton(text)
  }
  return { matcher: { test, toString: () => pattern }, fastUpTo }
}
