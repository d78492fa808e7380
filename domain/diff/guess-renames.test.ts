import { expect, test } from 'vitest'
import type { Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { diffSchemas } from './diff-schemas'
import { describeGuess, guessRenames } from './guess-renames'

const rule: RuleId = { type: 'TRACK', key: 'A', version: 1 }
const event = (properties: Json, required: readonly string[] = []): Json => ({
  properties: { properties: { properties, required } },
})
const guesses = (before: Json, after: Json) =>
  guessRenames(diffSchemas(rule, before, after)).map(describeGuess)

const order = { type: 'string', description: 'The order’s number' }
const text = { type: 'string' }

test.each<[string, Json, Json, string[]]>([
  ['equal schemas', event({ a: order }), event({ b: order }), ['a may be called b now']],
  [
    'equal, written otherwise',
    event({ a: order }),
    event({ b: { ...order, type: ['string'] } }),
    ['a may be called b now'],
  ],
  [
    'a legacy id that follows',
    event({ a: { ...order, id: '/a' } }),
    event({ b: { ...order, id: '/b' } }),
    ['a may be called b now'],
  ],
  ['a bare type, and nothing else', event({ a: text }), event({ b: text }), ['a may be called b now']],
  [
    'each its own twin',
    event({ a: order, c: { enum: [1] } }),
    event({ b: order, d: { enum: [1] } }),
    ['a may be called b now', 'c may be called d now'],
  ],
  [
    'a bare type among others',
    event({ a: text, c: { enum: [1] } }),
    event({ b: text, d: { enum: [2] } }),
    [],
  ],
  ['two that went fit', event({ a: order, c: order }), event({ b: order }), []],
  ['two that came fit', event({ a: order }), event({ b: order, d: order }), []],
  ['another schema', event({ a: order }), event({ b: { ...order, type: 'number' } }), []],
  ['another requiredness', event({ a: order }, ['a']), event({ b: order }), []],
  [
    'another object',
    event({ a: order, in: { properties: {} } }),
    event({ in: { properties: { a: order } } }),
    [],
  ],
])('%s', (_name, before, after, expected) => expect(guesses(before, after)).toEqual(expected))

test('properties of two rules are never one', () => {
  const [removed, added] = [
    diffSchemas(rule, event({ a: order }), event({})),
    diffSchemas({ ...rule, key: 'B' }, event({}), event({ b: order })),
  ]
  expect(guessRenames([...removed, ...added])).toEqual([])
})
