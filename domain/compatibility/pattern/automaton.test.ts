import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Budget } from '../budget'
import { formatFacts, isKnownFormat } from '../formats'
import { Texts } from '../texts'
import { Automaton } from './automaton'
import { findTexts } from './find-text'
import { parsePattern } from './parse-pattern'

const automaton = (pattern: string): Automaton => {
  const parsed = parsePattern(pattern, 'ecma')
  const made = parsed && Automaton.of(parsed)
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

  it('gives up on what RE2 and ECMA-262 do not share', () => {
    for (const pattern of [
      '(?=a)',
      '(?<!a)b',
      '(a)\\1',
      '\\p{L}',
      '(?i)a',
      'a{1001}',
      '[',
      'a**',
      '\\u{1F600}',
    ])
      expect([pattern, parsePattern(pattern, 'ecma')]).toEqual([pattern, undefined])
  })

  it('reads the dot and white space as each dialect does', () => {
    const texts = new Texts()
    expect(texts.automaton('^.$', 'ecma')?.matches('\r')).toBe(false)
    expect(texts.automaton('^.$', 're2')?.matches('\r')).toBe(true)
    expect(texts.automaton('^\\s$', 'ecma')?.matches('\v')).toBe(true)
    expect(texts.automaton('^\\s$', 're2')?.matches('\v')).toBe(false)
  })
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
    )

  it('gives the shortest text, or none when there is none', () => {
    expect(find(['^(ab)+$', 'abab'], [])).toEqual(['abab'])
    expect(find(['^[ab]+$'], ['a', 'b'])).toEqual([])
    expect(find(['^a*$'], [], 1, { minLength: 3 })).toEqual(['aaa'])
    expect(find(['^aaaa'], [], 1, { maxLength: 3 })).toEqual([])
    expect(find(['\\bfoo\\b'], ['^foo'])).toHaveLength(1)
  })

  it('gives all of a few texts', () => {
    expect(find(['^[abc]$'], [], 10).sort()).toEqual(['a', 'b', 'c'])
    expect(find(['^[xy]{2}$'], ['^xx$'], 10).sort()).toEqual(['xy', 'yx', 'yy'])
  })
})

describe('what is known of formats', () => {
  const formats = [
    'date',
    'time',
    'date-time',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'uri-reference',
    'uuid',
  ]

  it.each(formats)('%s: examples, shape and core agree with the validator', (format) => {
    const texts = new Texts()
    const { shape, core, examples } = formatFacts(format)
    expect(isKnownFormat(format)).toBe(true)
    for (const text of examples)
      expect([text, texts.hasFormat(format, text), texts.matches(shape ?? '', text)]).toEqual([
        text,
        true,
        true,
      ])
    if (core === undefined) return
    const goal = { found: [automaton(core)], absent: [], minLength: 0, maxLength: 40 }
    for (const text of findTexts(goal, 50, new Budget(400_000)))
      expect([text, texts.hasFormat(format, text)]).toEqual([text, true])
  })
})
