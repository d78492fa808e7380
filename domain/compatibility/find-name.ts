import type { Json } from '../plan/json'
import type { Answer } from './answer'
import type { Literal } from './fact'
import type { Goals } from './goals'
import { type Extra, type ObjectNeeds, spokenNames, spokenPatterns } from './object-needs'
import { matchesPattern } from './texts'

/**
 * Names that nobody speaks of, one of each kind: kinds differ in the patterns that they match. `isComplete` says
 * that there is no further kind. With `extra`, only names that it accepts.
 */
export const freshNames = (
  needs: ObjectNeeds,
  extra: Extra | undefined,
  goals: Goals,
): { names: readonly string[]; isComplete: boolean } => {
  const { reader } = goals
  const spoken = [...spokenNames(needs)]
  const base: Literal[] = [
    { node: reader.read({ type: 'string' }), yes: true },
    ...(spoken.length > 0 ? [{ node: reader.read({ enum: spoken }), yes: false }] : []),
    ...needs.names.map((node) => ({ node, yes: true })),
    ...(extra?.is === 'has-bad-name' ? [{ node: extra.name, yes: false }] : []),
  ]
  const demanded = demandedPatterns(extra)
  const names: string[] = []
  let isComplete = true
  const visit = (patterns: readonly string[], literals: readonly Literal[]) => {
    const answer = goals.satisfy(literals)
    if (answer.is === 'none') return
    if (answer.is === 'unknown') isComplete = false
    const [pattern, ...others] = patterns
    if (pattern === undefined) {
      if (answer.is === 'found') names.push(readable(answer.value, literals, goals))
      return
    }
    const node = reader.read({ pattern })
    for (const yes of [true, false])
      if (demanded.get(pattern) !== !yes) visit(others, [...literals, { node, yes }])
  }
  visit(spokenPatterns(needs), base)
  return { names, isComplete }
}

/** A name that a person can see, where one of the same kind exists. */
const readable = (name: Json, literals: readonly Literal[], goals: Goals): string => {
  if (name !== '') return String(name)
  const longer = goals.satisfy([...literals, { node: goals.reader.read({ minLength: 1 }), yes: true }])
  return longer.is === 'found' ? String(longer.value) : ''
}

const demandedPatterns = (extra: Extra | undefined): ReadonlyMap<string, boolean> => {
  if (extra?.is === 'has-matching') return new Map([[extra.pattern, true]])
  if (extra?.is === 'has-other') return new Map(extra.limits.patterns.map(([pattern]) => [pattern, false]))
  return new Map()
}

/** Whether a name will do for an open property. */
export const nameFits = (name: string, extra: Extra, goals: Goals): Answer['is'] => {
  if (extra.is === 'has-bad-name')
    return goals.satisfy([
      { node: goals.reader.read({ const: name }), yes: true },
      { node: extra.name, yes: false },
    ]).is
  if (extra.is === 'has-matching') return answerOf(matchesPattern(extra.pattern, name))
  if (extra.limits.properties.has(name)) return 'none'
  const matches = extra.limits.patterns.map(([pattern]) => matchesPattern(pattern, name))
  if (matches.includes(true)) return 'none'
  return matches.includes(undefined) ? 'unknown' : 'found'
}

const answerOf = (matches: boolean | undefined): Answer['is'] =>
  matches === undefined ? 'unknown' : matches ? 'found' : 'none'
