import { describe, expect, test } from 'vitest'
import type { Json } from '../../plan/json'
import type { BrokenConstraint } from './evidence'
import { suggestFixes } from './suggest-fixes'
import { broken, effectOf, event, kinds, number, schemaAfter, sent, times } from './suggest-fixes.cases'

describe('a value of another type', () => {
  test('null: it may be null, and nothing more; anything comes last', () => {
    const found = suggestFixes(
      broken({}),
      [number],
      times(10, (i) => sent({ total: i < 4 ? null : i })),
    )
    expect(kinds(found)).toEqual(['allow-null', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'allow-null').properties.total).toEqual({ type: ['number', 'null'] })
    expect(effectOf(found, 'allow-null')).toMatchObject({
      ...{ judged: 10, broken: 4, uncertain: 0 },
      cleared: { value: 4 },
      stillBroken: { value: 0 },
      slipping: { value: 0 },
      newlyBroken: { value: 0 },
    })
  })

  test('texts and null: what clears most comes first, each with what stays', () => {
    const calls = [...times(8, (i) => sent({ total: `about ${i}` })), sent({ total: null })]
    const found = suggestFixes(broken({}), [number], calls)
    expect(kinds(found)).toEqual(['widen-type', 'widen-type', 'allow-anything', 'allow-null', 'fix-in-code'])
    expect(effectOf(found, 'allow-null')).toMatchObject({ cleared: { value: 1 }, stillBroken: { value: 8 } })
  })

  test('numbers in quotes: the code is to be mended, and the plan may give way', () => {
    const found = suggestFixes(
      broken({}),
      [number],
      times(6, (i) => sent({ total: `${i}.50` })),
    )
    expect(kinds(found)[0]).toBe('fix-in-code')
    expect(found[0]).toMatchObject({
      title: 'Send “total” as a number',
      detail: expect.stringContaining('0.50'),
    })
    expect(kinds(found)).toContain('widen-type')
  })

  test('placeholders slip through what takes texts, and are told', () => {
    const calls = [
      ...times(5, (i) => sent({ total: `about ${i}` })),
      sent({ total: 'N/A' }),
      sent({ total: '' }),
    ]
    const found = suggestFixes(broken({}), [number], calls)
    expect(effectOf(found, 'widen-type')).toMatchObject({
      cleared: { value: 7 },
      slipping: { value: 2 },
      slippingExamples: ['N/A', ''],
    })
  })

  test('what is caught for another reason as well slips through what takes anything', () => {
    const rule = event({ total: { type: 'number', minimum: 0, maxLength: 3 } })
    const found = suggestFixes(broken({}), [rule], [sent({ total: 'long text' }), sent({ total: 'ab' })])
    expect(effectOf(found, 'allow-anything').slipping.value).toBe(1)
  })

  test('without recorded calls, taking anything is not first where another kind of value clears all', () => {
    const text = event({ total: { type: 'string', pattern: '^o-' } })
    const found = suggestFixes(
      broken({ message: 'Invalid type. Expected: string, given: integer' }),
      [text],
      [],
    )
    expect(kinds(found).slice(0, 2)).toEqual(['widen-type', 'allow-anything'])
  })

  test('without recorded calls the report is gone by, and marked', () => {
    const found = suggestFixes(broken({}), [number], [])
    expect(found.map(({ kind, effect }) => [kind, effect])).toEqual([
      ['widen-type', { is: 'inferred', outcome: 'cleared' }],
      ['allow-anything', { is: 'inferred', outcome: 'cleared' }],
      ['fix-in-code', null],
    ])
    expect(found.at(-1)?.places).toEqual([
      { source: 'Web shop', appVersion: '5.0.0', library: '', from: '', calls: 3 },
    ])
  })
})

describe('a value that is not on the list', () => {
  const rule = event({ method: { type: 'string', enum: ['card', 'cash'] } })
  const constraint = broken({ pointer: '/properties/method', type: 'enum', message: 'must be one of' })

  test('is added where it is sent again and again, and other spellings and one-offs are not', () => {
    const calls = [
      ...times(60, () => sent({ method: 'swish' })),
      ...times(3, () => sent({ method: 'Card' })),
      ...times(3, () => sent({ method: 'undefined' })),
      sent({ method: 'asdf' }),
    ]
    const found = suggestFixes(constraint, [rule], calls)
    expect(kinds(found)).toEqual(['add-enum-values', 'allow-anything', 'fix-in-code'])
    expect(schemaAfter(found, 'add-enum-values').properties.method.enum).toEqual(['card', 'cash', 'swish'])
    expect(effectOf(found, 'add-enum-values')).toMatchObject({
      cleared: { value: 60 },
      stillBroken: { value: 7 },
      slipping: { value: 0 },
    })
    expect(effectOf(found, 'allow-anything').slipping.value).toBe(7)
  })

  test('in another spelling is mended in the code', () => {
    const found = suggestFixes(
      constraint,
      [rule],
      times(5, () => sent({ method: 'CARD' })),
    )
    expect(kinds(found)[0]).toBe('fix-in-code')
    expect(kinds(found)).not.toContain('add-enum-values')
    expect(found[0]?.title).toBe('Spell “method” as the plan does')
  })
})

describe('limits, patterns and formats', () => {
  test.each<[string, object, Json[], BrokenConstraint['type'], object]>([
    [
      'a range',
      { type: 'number', minimum: 10, maximum: 20 },
      [1, 5, 12],
      'range',
      { minimum: 1, maximum: 20 },
    ],
    ['an open end', { type: 'number', exclusiveMinimum: 0 }, [0, 1], 'range', { minimum: 0 }],
    ['a length', { type: 'string', maxLength: 3 }, ['abcd', 'a😀cde'], 'length', { maxLength: 5 }],
    ['items', { type: 'array', minItems: 1 }, [[]], 'items', { minItems: 0 }],
    [
      'a pattern',
      { type: 'string', pattern: '^\\d+$' },
      ['SE-12', 'DE-345'],
      'pattern',
      { pattern: '(?:^\\d+$)|(?:^[A-Z]{2}-[0-9]{2,3}$)' },
    ],
  ])('%s is widened by no more than is sent', (_what, schema, values, type, expected) => {
    const found = suggestFixes(
      broken({ type, message: '' }),
      [event({ total: schema })],
      values.map((total) => sent({ total })),
    )
    const [first] = found
    expect(first?.kind).not.toBe('allow-anything')
    expect(schemaAfter(found, first?.kind ?? '').properties.total).toMatchObject(expected)
    expect(first?.effect).toMatchObject({ stillBroken: { value: 0 } })
  })

  test('outliers stay violations where the first of two ways leaves them', () => {
    const rule = event({ total: { type: 'number', maximum: 100 } })
    const calls = [...times(200, (i) => sent({ total: 101 + (i % 50) })), sent({ total: 9e15 })]
    const found = suggestFixes(broken({ type: 'range', message: '' }), [rule], calls)
    expect(schemaAfter(found, 'widen-range').properties.total.maximum).toBe(150)
    expect(found[0]?.effect).toMatchObject({ stillBroken: { value: 1 } })
  })
})
