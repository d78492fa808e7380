import { describe, expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import type { RuleId } from '../plan/rule'
import type { InferredOutcome } from './inferred'
import { inferredOutcome, type ReportedViolation } from './inferred-outcome'

const event = (properties: object, more: object = {}, id: Partial<RuleId> = {}) =>
  aRule('A', { properties: { properties: { type: 'object', properties, ...more } } }, id)

const violation = (more: Partial<ReportedViolation>): ReportedViolation => ({
  ruleType: 'TRACK',
  key: 'A',
  version: null,
  pointer: '/properties/n',
  type: 'invalid-type',
  message: 'Invalid type. Expected: number, given: string',
  ...more,
})
const unplanned = violation({ type: 'unplanned-event', pointer: '/event', message: '' })
const required = violation({ type: 'required', message: 'properties.n is required' })
const unknownName = violation({ type: 'unplanned-property', message: '' })
const enumerated = violation({ type: 'enum', message: 'properties.n must be one of the following: "a"' })
const inList = violation({ pointer: '/properties/list/*/n' })

const number = { n: { type: 'number' } }
const either = { n: { type: ['number', 'string'] } }
const list = (properties: object) => ({ list: { type: 'array', items: { type: 'object', properties } } })

const table: readonly [
  string,
  ReportedViolation,
  ReturnType<typeof event>[],
  ReturnType<typeof event>[],
  InferredOutcome,
][] = [
  ['an event that is added', unplanned, [], [event({})], 'cleared'],
  ['an event that stays unplanned', unplanned, [], [aRule('B', {})], 'still'],
  ['an event that is removed', required, [event(number)], [], 'still'],
  ['a rule that does not change', required, [event(number)], [event(number)], 'still'],
  [
    'a property that need not be there any more',
    required,
    [event(number, { required: ['n', 'm'] })],
    [event(number, { required: ['m'] })],
    'cleared',
  ],
  [
    'a property that is still required',
    required,
    [event(number, { required: ['n'] })],
    [event({ ...number, m: {} }, { required: ['n'] })],
    'still',
  ],
  [
    'a property that is required under a condition',
    required,
    [event(number, { required: ['n'] })],
    [event(number, { dependencies: { m: ['n'] } })],
    'unknown',
  ],
  ['a name that takes anything now', unknownName, [event({})], [event({ n: {} })], 'cleared'],
  ['a name that takes some values now', unknownName, [event({})], [event(number)], 'unknown'],
  ['a name that is still unplanned', unknownName, [event({})], [event({ m: {} })], 'still'],
  ['a type that is taken now', violation({}), [event(number)], [event(either)], 'cleared'],
  [
    'a type that is still refused',
    violation({}),
    [event(number)],
    [event({ n: { type: 'integer' } })],
    'still',
  ],
  ['a type that is dropped altogether', violation({}), [event(number)], [event({ n: {} })], 'cleared'],
  [
    'a type whose values are not looked at, beside one whose values are',
    violation({ message: 'Invalid type. Expected: string, given: integer' }),
    [event({ n: { type: 'string', pattern: '^o-', minLength: 3 } })],
    [event({ n: { type: ['string', 'integer'], pattern: '^o-', minLength: 3 } })],
    'cleared',
  ],
  [
    'a keyword that nobody knows',
    violation({ message: 'Invalid type. Expected: string, given: integer' }),
    [event({ n: { type: 'string' } })],
    [event({ n: { type: ['string', 'integer'], constructor: 1 } })],
    'unknown',
  ],
  [
    'a number, of which a limit is asked',
    violation({ message: 'Invalid type. Expected: string, given: integer' }),
    [event({ n: { type: 'string', maximum: 5 } })],
    [event({ n: { type: ['string', 'integer'], maximum: 5 } })],
    'unknown',
  ],
  [
    'a type of which one of some values is asked',
    violation({ message: 'Invalid type. Expected: string, given: integer' }),
    [event({ n: { type: 'string', enum: ['a', 1] } })],
    [event({ n: { type: ['string', 'integer'], enum: ['a', 1] } })],
    'unknown',
  ],
  [
    'a type whose values are looked at',
    violation({}),
    [event(number)],
    [event({ n: { type: ['number', 'string'], maxLength: 3 } })],
    'unknown',
  ],
  [
    'a type that the report does not name',
    violation({ message: 'Odd' }),
    [event(number)],
    [event(either)],
    'unknown',
  ],
  ['a type inside a list', inList, [event(list(number))], [event(list(either))], 'cleared'],
  [
    'a type inside a list, still refused',
    inList,
    [event(list(number))],
    [event({ ...list(number), m: {} })],
    'still',
  ],
  ['an enum that is gone', enumerated, [event({ n: { enum: ['a'] } })], [event({ n: {} })], 'cleared'],
  [
    'an enum that holds more',
    enumerated,
    [event({ n: { enum: ['a'] } })],
    [event({ n: { enum: ['a', 'b'] } })],
    'unknown',
  ],
  [
    'an enum as it was',
    enumerated,
    [event({ n: { enum: ['a'] } })],
    [event({ n: { enum: ['a'], description: 'x' } })],
    'still',
  ],
  [
    'an enum that is gone with another type in its place',
    enumerated,
    [event({ n: { enum: ['a'] } })],
    [event({ n: { type: 'number' } })],
    'unknown',
  ],
  [
    'the version that judged',
    violation({ version: 2 }),
    [event(number), event(number, {}, { version: 2 })],
    [event(number), event(either, {}, { version: 2 })],
    'cleared',
  ],
  ['a message that is not told', violation({ type: 'other' }), [event(number)], [event(either)], 'unknown'],
]

describe('inferredOutcome', () => {
  test.each(table)('%s', (_what, reported, base, proposal, outcome) => {
    expect(inferredOutcome(reported, base, proposal)).toBe(outcome)
  })
})
