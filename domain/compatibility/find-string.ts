import type { Fact } from './fact'
import { formatFacts, sampleTexts } from './formats'
import { type Answer, found, type Goals, none } from './goals'
import type { Automaton } from './pattern/automaton'
import { findTexts } from './pattern/find-text'
import type { Dialect } from './pattern/parse-pattern'

type Needs = {
  readonly minLength: number
  readonly maxLength: number
  readonly patterns: readonly string[]
  readonly refusedPatterns: readonly string[]
  readonly formats: readonly string[]
  readonly refusedFormats: readonly string[]
  readonly excluded: ReadonlySet<unknown>
}

/** A text beside more listed ones than that is left unknown where the first texts do not do. */
const mostTexts = 200

/** A text for which all facts hold, short where possible. */
export const findString = (facts: readonly Fact[], goals: Goals): Answer => {
  const needs = needsOf(facts)
  if (needs.minLength > needs.maxLength || contradicts(needs)) return none
  const wanted = Math.min(needs.excluded.size + 1, mostTexts)
  const [ecma, re2] = (['ecma', 're2'] as const).map((dialect) => shapedTexts(needs, dialect, wanted, goals))
  // Formats only take away, so texts of the right shape that do not exist settle it in the dialect that reads so.
  if (ecma?.length === 0 && re2?.length === 0) return none
  const isWanted = (text: string) => holds(text, needs, goals)
  const examples = needs.formats.flatMap((format) => formatFacts(format).examples)
  const candidates = [...(ecma ?? []), ...examples, ...stretched(needs), ...sampleTexts]
  const hit = candidates.find(isWanted)
  if (hit !== undefined) return found(hit)
  const isFinal = needs.formats.length === 0 && needs.refusedFormats.length === 0
  if (isFinal && isExhausted(ecma, wanted, needs) && isExhausted(re2, wanted, needs)) return none
  return goals.doubt(doubtOf(needs))
}

const needsOf = (facts: readonly Fact[]): Needs => {
  const counts = (is: 'at-least' | 'at-most') => facts.flatMap((fact) => (fact.is === is ? [fact.count] : []))
  const patterns = (yes: boolean) => [
    ...new Set(facts.flatMap((fact) => (fact.is === 'pattern' && fact.yes === yes ? [fact.pattern] : []))),
  ]
  const formats = (yes: boolean) => [
    ...new Set(facts.flatMap((fact) => (fact.is === 'format' && fact.yes === yes ? [fact.format] : []))),
  ]
  return {
    minLength: Math.max(0, ...counts('at-least')),
    maxLength: Math.min(Number.POSITIVE_INFINITY, ...counts('at-most')),
    patterns: patterns(true),
    refusedPatterns: patterns(false),
    formats: formats(true),
    refusedFormats: formats(false),
    excluded: new Set(facts.flatMap((fact) => (fact.is === 'none-of' ? fact.values : []))),
  }
}

const contradicts = (needs: Needs): boolean =>
  needs.patterns.some((pattern) => needs.refusedPatterns.includes(pattern)) ||
  needs.formats.some((format) =>
    [format, ...(formatFacts(format).within ?? [])].some((wider) => needs.refusedFormats.includes(wider)),
  )

/** Texts that fit all that automata can tell; undefined when nothing can be said. None at all is a proof. */
const shapedTexts = (
  needs: Needs,
  dialect: Dialect,
  wanted: number,
  { texts, budget }: Goals,
): string[] | undefined => {
  const shapes = needs.formats.flatMap((format) => formatFacts(format).shape ?? [])
  const readable = (patterns: readonly string[]) =>
    patterns.flatMap((pattern): readonly Automaton[] => {
      const automaton = texts.automaton(pattern, dialect)
      return automaton ? [automaton] : []
    })
  const found = readable([...needs.patterns, ...shapes])
  const cores = needs.refusedFormats.flatMap((format) => formatFacts(format).core ?? [])
  const absent = readable([...needs.refusedPatterns, ...cores])
  if (found.length + absent.length === 0 && needs.minLength > 2000) return undefined
  return findTexts({ found, absent, minLength: needs.minLength, maxLength: needs.maxLength }, wanted, budget)
}

const holds = (text: string, needs: Needs, { texts, budget }: Goals): boolean => {
  budget.spend()
  const length = [...text].length
  return (
    length >= needs.minLength &&
    length <= needs.maxLength &&
    !needs.excluded.has(text) &&
    needs.patterns.every((pattern) => texts.matches(pattern, text) === true) &&
    needs.refusedPatterns.every((pattern) => texts.matches(pattern, text) === false) &&
    needs.formats.every((format) => texts.hasFormat(format, text) === true) &&
    needs.refusedFormats.every((format) => texts.hasFormat(format, text) === false)
  )
}

/** Long texts for long minimum lengths, which a search character by character would not reach. */
const stretched = ({ minLength, formats }: Needs): string[] => {
  if (minLength === 0 || minLength > 100_000) return []
  const ways = [['', 'a', ''] as const, ...formats.flatMap((format) => [formatFacts(format).long ?? []])]
  return ways.map(([before = '', middle = '', after = '']) => {
    const missing = minLength - before.length - after.length
    return before + middle.repeat(Math.max(1, missing)) + after
  })
}

/** No text was left over when the search for as many as could be excluded ended. */
const isExhausted = (found: readonly string[] | undefined, wanted: number, needs: Needs): boolean =>
  found !== undefined && found.length < wanted && found.every((text) => needs.excluded.has(text))

const doubtOf = (needs: Needs): string => {
  const parts = [...needs.patterns, ...needs.refusedPatterns].map((pattern) => `the pattern ${pattern}`)
  const formats = [...needs.formats, ...needs.refusedFormats].map((format) => `the format ${format}`)
  return `whether a text fits ${[...parts, ...formats].join(' and ') || 'its bounds'}`
}
