import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { compilePlan, type PlanOptions } from './compile-plan'

const seat = (properties: Json, more: { [key: string]: Json } = {}, version = 1): Rule =>
  aRule(
    'Seat',
    JSON.stringify({ type: 'object', properties: { properties: { type: 'object', properties, ...more } } }),
    'TRACK',
    version,
  )

const call = (properties: Json, more: { [key: string]: Json } = {}): Json => ({
  type: 'track',
  event: 'Seat',
  properties,
  ...more,
})

const found = (rules: readonly Rule[], message: Json, options?: PlanOptions) =>
  compilePlan(rules, options)
    .validate(message)
    .map(({ type, pointer, rule }) => `${type} ${pointer}${rule?.version === 2 ? ' v2' : ''}`)

describe('compilePlan', () => {
  test.each<[string, Json, Json, string[]]>([
    ['a good call', { a: { type: 'string' } }, { a: 'x' }, []],
    ['a wrong type', { a: { type: 'string' } }, { a: 1 }, ['invalid-type /properties/a']],
    ['an unplanned name', { a: {} }, { b: 1 }, ['unplanned-property /properties/b']],
    [
      'an unplanned name in a list of objects',
      { a: { items: { properties: { b: {} } } } },
      { a: [{ c: 1 }, { c: 2 }] },
      ['unplanned-property /properties/a/*/c'],
    ],
    [
      'two items that break one constraint count once',
      { a: { items: { type: 'string' } } },
      { a: [1, 2] },
      ['invalid-type /properties/a/*'],
    ],
    ['names with slashes', { 'a/b': { type: 'string' } }, { 'a/b': 1 }, ['invalid-type /properties/a~1b']],
    [
      'a condition tells its clause',
      JSON.parse('{"a":{"if":{"type":"string"},"then":{"minLength":2}}}'),
      { a: 'x' },
      ['length /properties/a'],
    ],
    [
      'a choice is one occurrence',
      { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      { a: 1 },
      ['combination /properties/a'],
    ],
    [
      'a choice that leads to definitions is one occurrence, too',
      JSON.parse(
        '{"a":{"allOf":[{"$ref":"#/properties/properties/properties/b"},{"anyOf":[{"$ref":"#/properties/properties/properties/c"},{"type":"null"}]}]},"b":{"maximum":3},"c":{"type":"string","maxLength":2}}',
      ),
      { a: 4 },
      ['range /properties/a', 'combination /properties/a'],
    ],
    [
      'a condition within a choice is the choice’s',
      JSON.parse('{"a":{"oneOf":[{"if":true,"then":{"type":"string"}},{"type":"null"}]}}'),
      { a: 4 },
      ['combination /properties/a'],
    ],
    [
      'a defective type judges nothing, the rest does',
      { a: { type: 'any' }, b: { type: 'string' } },
      { a: 1, b: 1 },
      ['invalid-type /properties/b'],
    ],
  ])('%s', (_name, properties, sent, expected) =>
    expect(found([seat(properties)], call(sent))).toEqual([...expected]),
  )

  test('a missing property is named by its own pointer, a closed object refuses a name once', () => {
    expect(
      found([seat({ a: {} }, { required: ['a'], additionalProperties: false })], call({ b: 1 })),
    ).toEqual(['unplanned-property /properties/b', 'required /properties/a'])
  })

  test('messages are Segment’s', () => {
    const [one] = compilePlan([seat({ a: { type: ['number', 'null'] } })]).validate(call({ a: 'x' }))
    expect(one?.message).toBe('Invalid type. Expected: number/null, given: string')
  })

  test.each<[Json, string[]]>([
    [undefined as unknown as Json, ['invalid-type /properties/a']],
    [{ protocols: { event_version: 2 } }, ['invalid-type /properties/a v2']],
    [{ protocols: { event_version: '2' } }, ['invalid-type /properties/a']],
    [{ protocols: { event_version: 9 } }, ['invalid-type /properties/a']],
  ])('context %j picks the version', (context, expected) => {
    const rules = [seat({ a: { type: 'string' } }, {}, 2), seat({ a: { type: 'string' } })]
    expect(found(rules, call({ a: 1 }, context === undefined ? {} : { context }))).toEqual(expected)
  })

  test('a page is judged by its name, else by the rule without one', () => {
    const named = aRule('Home', '{"required":["a"]}', 'PAGE')
    const any = aRule(null, '{"required":["b"]}', 'PAGE')
    expect(found([named, any], { type: 'page', name: 'Home' })).toEqual(['required /a'])
    expect(found([named, any], { type: 'page', name: 'Else' })).toEqual(['required /b'])
  })

  test('only track events can be unplanned', () => {
    expect(found([seat({})], { type: 'track', event: 'Other' })).toEqual(['unplanned-event /event'])
    expect(found([seat({})], { type: 'screen', name: 'Other' })).toEqual([])
    expect(found([seat({})], { type: 'alias' })).toEqual([])
  })

  test('the common rule judges what the settings leave', () => {
    const rules = [
      seat({ a: { type: 'string' } }),
      aRule(null, '{"properties":{"properties":{"maxProperties":1}}}', 'COMMON'),
    ]
    const sent = call({ a: 'x', b: 1 })
    expect(found(rules, sent)).toEqual(['unplanned-property /properties/b', 'other /properties'])
    expect(found(rules, sent, { settings: { track: { allowUnplannedEventProperties: false } } })).toEqual([
      'unplanned-property /properties/b',
    ])
    const broken = call({ a: 1, b: 1 })
    expect(found(rules, broken, { settings: { track: { allowEventOnViolations: false } } })).not.toContain(
      'other /properties',
    )
  })

  test('a choice tells what its branches asked for', () => {
    const schema = seat({ a: { anyOf: [{ type: 'string' }, { minimum: 5 }] } })
    const [one] = compilePlan([schema]).validate(call({ a: 1 }))
    expect(one?.message).toBe(
      'Must validate at least one schema (anyOf): Invalid type. Expected: string, given: integer; or Must be greater than or equal to 5',
    )
  })

  test('thousands of failed choices take no longer than their number', () => {
    const items = { anyOf: [{ type: 'string' }, { type: 'null' }] }
    const plan = compilePlan([seat({ a: { items } })])
    const sent = Array.from({ length: 30_000 }, (_, i) => i)
    expect(plan.validate(call({ a: sent })).map(({ pointer }) => pointer)).toEqual(['/properties/a/*'])
  })

  test('a message that is nested deeper than the stack holds is an occurrence, no crash', () => {
    let deep: Json = []
    for (let i = 0; i < 50_000; i += 1) deep = [deep]
    expect(found([seat({ a: { uniqueItems: true } })], call({ a: [deep, 1] }))).toEqual(['other '])
  })

  test('names are looked for even where the schema cannot be judged', () => {
    expect(found([seat({ a: { pattern: '(?!x)' } })], call({ b: 1 }))).toEqual([
      'unplanned-property /properties/b',
    ])
  })

  test('a rule that cannot be judged is told once', () => {
    const told: string[] = []
    const plan = compilePlan([seat({ a: { pattern: '(?!x)' } })], {
      onNotJudged: (_rule, reason) => told.push(reason),
    })
    expect([plan.validate(call({ a: 'y' })), plan.validate(call({ a: 'y' }))]).toEqual([[], []])
    expect(told).toHaveLength(1)
  })
})
