import { type Answer, found, none } from './answer'
import type { Fact } from './fact'
import { formatFacts, sampleTexts } from './formats'
import type { Goals } from './goals'
import { automataOf } from './pattern/automata-of'
import type { Automaton } from './pattern/automaton'
import { findTexts, type TextsFound } from './pattern/find-text'
import { hasFormat, matchesPattern } from './texts'

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
/** So many texts of the right shape are put to a format before it is left unknown. */
const triedTexts = 40

/** A text for which all facts hold, short where possible. */
export const findString = (facts: readonly Fact[], goals: Goals): Answer => {
  const needs = needsOf(facts)
  if (needs.minLength > needs.maxLength || contradicts(needs)) return none
  const isWanted = (text: string) => holds(text, needs, goals)
  const isShaped = needs.patterns.length + needs.refusedPatterns.length > 0
  const quick = isShaped
    ? undefined
    : [...examplesOf(needs), ...plainTexts(needs), ...stretched(needs)].find(isWanted)
  if (quick !== undefined) return found(quick)
  const readings = readingsOf(needs)
  const wanted = Math.min(needs.excluded.size + 1, mostTexts)
  const shaped = readings.map((reading) => shapedTexts(needs, reading, 'outside', wanted, goals))
  // Formats only take away, so that no text of the right shape is a proof where it holds in every reading.
  if (shaped.length > 0 && shaped.every((one) => one?.areAll && one.texts.length === 0)) return none
  const isExact = needs.formats.length + needs.refusedFormats.length === 0
  const hit = [...shaped.flatMap((one) => one?.texts ?? []), ...examplesOf(needs)].find(isWanted)
  if (hit !== undefined) return found(hit)
  if (isExact && shaped.length > 0 && shaped.every((one) => isExhausted(one, needs))) return none
  const further = isExact
    ? []
    : readings.flatMap((reading) => [
        ...(shapedTexts(needs, reading, 'inside', wanted, goals)?.texts ?? []),
        ...(shapedTexts(needs, reading, 'outside', wanted + triedTexts, goals)?.texts ?? []),
      ])
  const late = [...stretched(needs), ...further, ...sampleTexts].find(isWanted)
  return late === undefined ? goals.doubt(doubtOf(needs)) : found(late)
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

const examplesOf = ({ formats }: Needs): string[] => formats.flatMap((format) => formatFacts(format).examples)

/** Texts for where only a length is asked for. */
const plainTexts = ({ minLength, formats }: Needs): string[] => {
  if (formats.length > 0 || minLength > 1000) return []
  const few = ['a', 'b', 'c'].map((char) => char.repeat(Math.max(1, minLength)))
  return minLength === 0 ? ['', ...few] : few
}

type Reading = 're2' | 'ecma'

/** How the patterns can be read: as both dialects do, or as the one that knows the syntax of all of them. */
const readingsOf = (needs: Needs): readonly Reading[] => {
  const all = [...needs.patterns, ...needs.refusedPatterns].map(automataOf)
  const isReadable = (reading: Reading) =>
    all.every((automata) => automata[reading] || (!automata.re2 && !automata.ecma))
  if (all.every(({ re2, ecma }) => re2 === ecma)) return ['re2']
  return (['re2', 'ecma'] as const).filter(isReadable)
}

/**
 * Texts that fit all that automata can tell; undefined when they tell nothing. `outside` formats count as what all
 * their texts look like, so that none at all is a proof; `inside` they count as texts that surely are of the format.
 */
const shapedTexts = (
  needs: Needs,
  reading: Reading,
  side: 'inside' | 'outside',
  wanted: number,
  { budget }: Goals,
): TextsFound | undefined => {
  const ofPatterns = (patterns: readonly string[]) =>
    present(patterns.map((pattern) => automataOf(pattern)[reading]))
  const ofFormats = (formats: readonly string[], part: 'shape' | 'core') =>
    present(
      formats.map((format) => {
        const pattern = formatFacts(format)[part]
        return pattern === undefined ? undefined : automataOf(pattern).re2
      }),
    )
  const [is, isNot] = side === 'inside' ? (['core', 'shape'] as const) : (['shape', 'core'] as const)
  const goal = {
    found: [...ofPatterns(needs.patterns), ...ofFormats(needs.formats, is)],
    absent: [...ofPatterns(needs.refusedPatterns), ...ofFormats(needs.refusedFormats, isNot)],
    minLength: needs.minLength,
    maxLength: needs.maxLength,
  }
  if (goal.found.length + goal.absent.length === 0 && needs.minLength > 2000) return undefined
  return findTexts(goal, wanted, budget)
}

const present = (automata: readonly (Automaton | undefined)[]): Automaton[] =>
  automata.filter((automaton) => automaton !== undefined)

const holds = (text: string, needs: Needs, { budget }: Goals): boolean => {
  budget.spend()
  const length = [...text].length
  return (
    length >= needs.minLength &&
    length <= needs.maxLength &&
    !needs.excluded.has(text) &&
    needs.patterns.every((pattern) => matchesPattern(pattern, text) === true) &&
    needs.refusedPatterns.every((pattern) => matchesPattern(pattern, text) === false) &&
    needs.formats.every((format) => hasFormat(format, text) === true) &&
    needs.refusedFormats.every((format) => hasFormat(format, text) === false)
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

/** No text was left over when the search for one more than are excluded ended. */
const isExhausted = (found: TextsFound | undefined, { excluded }: Needs): boolean =>
  found?.areAll === true && found.texts.every((text) => excluded.has(text))

const doubtOf = (needs: Needs): string => {
  const parts = [...needs.patterns, ...needs.refusedPatterns].map((pattern) => `the pattern ${pattern}`)
  const formats = [...needs.formats, ...needs.refusedFormats].map((format) => `the format ${format}`)
  return `whether a text fits ${[...parts, ...formats].join(' and ') || 'its bounds'}`
}
