import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget'
import { formatFacts, formatNames } from '../formats'
import { hasFormat, matchesPattern } from '../texts'
import { automataOf } from './automata-of'
import type { Automaton } from './automaton'
import { ecmaPattern } from './ecma-pattern'
import { findTexts } from './find-text'
import { inRe2 } from './in-re2'

const automaton = (pattern: string): Automaton => {
  const { ecma, re2 } = automataOf(pattern)
  const made = ecma ?? re2
  if (!made) throw new Error(`not understood: ${pattern}`)
  return made
}

const piece = fc.constantFrom(
  ...[
    'a',
    'b',
    '[ab]',
    '[^a]',
    '.',
    '\\d',
    '\\w',
    '\\s',
    'a*',
    'b+?',
    '(?:ab)?',
    '(a|b)',
    '(a|)',
    'a{2}',
    'b{1,2}',
  ],
  ...['(ab|ba){0,2}', '^', '$', '\\b', '-', '\\.', '(?:a*b)*', '(?:^|b)a', 'a(?:$|b)'],
)
const anyPattern = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', '1', '-', '.', ' ', '\n', 'é', '😀'),
  maxLength: 7,
})

describe('an automaton', () => {
  it('finds what the same pattern finds in ECMA-262', () => {
    fc.assert(
      fc.property(anyPattern, fc.array(anyText, { minLength: 10, maxLength: 20 }), (pattern, texts) => {
        const [ours, theirs] = [automaton(pattern), new RegExp(pattern, 'u')]
        for (const text of texts) expect([text, ours.matches(text)]).toEqual([text, theirs.test(text)])
      }),
      { numRuns: 2000 },
    )
  })

  it('gives up on what no automaton can do', () => {
    for (const pattern of ['a(?=a)', '(?<!a)b', '(a)\\1', 'a{1001}', '[', 'a**'])
      expect([pattern, ecmaPattern(pattern), automataOf(pattern)]).toEqual([
        pattern,
        undefined,
        { re2: undefined, ecma: undefined },
      ])
  })

  it('reads the dot and white space as each dialect does', () => {
    const read = (pattern: string, text: string) => {
      const { ecma, re2 } = automataOf(pattern)
      return { ecma: ecma?.matches(text), re2: re2?.matches(text) }
    }
    expect(read('^.$', '\r')).toEqual({ ecma: false, re2: true })
    expect(read('^\\s$', '\v')).toEqual({ ecma: true, re2: false })
    expect(matchesPattern('^.$', '\r')).toBeUndefined()
  })

  it.each<[pattern: string, matching: string[], failing: string[]]>([
    ['(?i)^straße$', ['STRAßE', 'Straẞe'], ['strasse']],
    ['(?i)^[^k]$', ['l'], ['K', '\u212a']],
    ['^\\pL+$', ['aß日', 'é'], ['a1', '']],
    ['^\\PL$', ['1', '\u{40000}'], ['a']],
    ['^[\\p{Lu}_]$', ['Ä', '_'], ['ä']],
    ['\\A\\d\\z', ['1'], ['1\n']],
    ['^[[:alpha:]]$', ['a'], [':', 'é']],
  ])('reads %s as RE2 does', (pattern, matching, failing) => {
    const { re2, ecma } = automataOf(pattern)
    expect(ecma === undefined || ecma === re2).toBe(true)
    expect(matching.filter((text) => !re2?.matches(text))).toEqual([])
    expect(failing.filter((text) => re2?.matches(text))).toEqual([])
  })
})

describe('what only ECMA-262 can read', () => {
  it.each<[pattern: string, matching: string[], failing: string[]]>([
    ['^\\u0041$', ['A'], ['a']],
    ['^[\\u00e0-\\u00ff]+$', ['éé'], ['e']],
    ['^\\u{1f600}|\\uD83D\\uDE01$', ['😀', '😁'], ['😂']],
    ['^\\cI\\0?$', ['\t', '\t\0'], ['i']],
    ['^\\p{Script=Greek}+$', ['αβ'], ['a']],
    ['^(?=.*\\d)(?=.*[a-z]).{3,}$', ['a1b', '99z'], ['abc', 'a1', '123']],
    ['^(?!admin|root)\\w+$', ['adm', 'user'], ['administrator', 'root']],
  ])('%s is put into words of RE2', (pattern, matching, failing) => {
    const said = inRe2(pattern)
    const accepts = (text: string) =>
      said?.matching.every((one) => matchesPattern(one, text)) &&
      said.failing.every((one) => matchesPattern(one, text) === false)
    const native = new RegExp(pattern, 'u')
    for (const text of matching) expect([text, native.test(text), accepts(text)]).toEqual([text, true, true])
    for (const text of failing) expect([text, native.test(text), accepts(text)]).toEqual([text, false, false])
  })

  it.each(['^a|(?=b)c', '^(?=a)b|c', '^(?=(a)\\1)a', 'a(?=b)', '^(?=a'])('%s stays as it is', (pattern) => {
    expect(inRe2(pattern)).toBeUndefined()
  })

  it.each(['^a$', '(?i)a'])('%s needs no other words', (pattern) => expect(inRe2(pattern)).toBeUndefined())
})

describe('finding texts', () => {
  const find = (found: string[], absent: string[], wanted = 1, bounds = {}) =>
    findTexts(
      {
        found: found.map(automaton),
        absent: absent.map(automaton),
        minLength: 0,
        maxLength: Number.POSITIVE_INFINITY,
        ...bounds,
      },
      wanted,
      new Budget(100_000),
    ).texts.toSorted()

  it('gives the shortest text, or none when there is none', () => {
    expect(find(['^(ab)+$', 'abab'], [])).toEqual(['abab'])
    expect(find(['^[ab]+$'], ['a', 'b'])).toEqual([])
    expect(find(['^a*$'], [], 1, { minLength: 3 })).toEqual(['aaa'])
    expect(find(['^aaaa'], [], 1, { maxLength: 3 })).toEqual([])
    expect(find(['\\bfoo\\b'], ['^foo'])).toHaveLength(1)
  })

  it('gives all of a few texts', () => {
    expect(find(['^[abc]$'], [], 10)).toEqual(['a', 'b', 'c'])
    expect(find(['^[xy]{2}$'], ['^xx$'], 10)).toEqual(['xy', 'yx', 'yy'])
  })
})

describe('what is known of formats', () => {
  const checked = formatNames.filter((format) => !formatFacts(format).unchecked)
  const textsOf = (pattern: string, most: number) =>
    findTexts(
      { found: [automaton(pattern)], absent: [], minLength: 0, maxLength: 60 },
      most,
      new Budget(2_000_000),
    ).texts

  it.each(checked)('%s: its examples are of the format and have its shape', (format) => {
    const { shape, examples, long } = formatFacts(format)
    for (const text of examples)
      expect([text, hasFormat(format, text), matchesPattern(shape ?? '', text)]).toEqual([text, true, true])
    const [before, middle, after] = long ?? []
    if (before !== undefined && middle !== undefined)
      expect(hasFormat(format, before + middle.repeat(100) + after)).toBe(true)
  })

  it.each(checked)('%s: whatever has the core is of the format', (format) => {
    const { core } = formatFacts(format)
    for (const text of core === undefined ? [] : textsOf(core, 60))
      expect([text, hasFormat(format, text)]).toEqual([text, true])
  })

  it.each(checked)('%s: nothing of the format is outside its shape', (format) => {
    const { shape, core } = formatFacts(format)
    if (shape === undefined) return
    const seeds = [...formatFacts(format).examples, ...(core === undefined ? [] : textsOf(core, 30))]
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(), fc.constantFrom(...odd), (text, where, char) => {
        const at = where % (text.length + 1)
        for (const changed of [
          text.slice(0, at) + char + text.slice(at),
          text.slice(0, at) + char + text.slice(at + 1),
          text.slice(0, at) + text.slice(at + 1),
        ])
          if (hasFormat(format, changed) === true)
            expect([changed, matchesPattern(shape, changed)]).toEqual([changed, true])
      }),
      { numRuns: 500 },
    )
  })
})

const odd = [...' \n\v\u00a0aAzZ019-_.:/@%#?[]{}()+*^$|\\"\'<>`~é', '24', '60', '%2F', '::', '-02-30']
