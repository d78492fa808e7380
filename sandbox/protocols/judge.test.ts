import { describe, expect, it } from 'vitest'
import { judge } from '@/sandbox/protocols/judge'
import type { Message } from '@/sandbox/tracking-api/message'
import type { Json, JsonObject } from '@/sandbox/world/json'
import { neverDeprecated, type Rule } from '@/sandbox/world/rule'
import type { SchemaSettings } from '@/sandbox/world/source'

const at = '2026-05-20T12:00:00.000Z'

const rule = (more: Partial<Rule>): Rule => ({
  type: 'TRACK',
  version: 1,
  jsonSchema: {},
  createdAt: at,
  updatedAt: at,
  deprecatedAt: neverDeprecated,
  ...more,
})

const eventRule = (properties: JsonObject, required: string[] = [], version = 1) =>
  rule({
    key: 'Seat Reserved',
    version,
    jsonSchema: { type: 'object', properties: { properties: { type: 'object', properties, required } } },
  })

const call = (properties: JsonObject, more: JsonObject = {}): Message => ({
  type: 'track',
  event: 'Seat Reserved',
  userId: 'u',
  messageId: 'm',
  properties,
  ...more,
})

const judged = (message: Message, rules: Rule[], track: SchemaSettings['track'] = {}) =>
  judge(message, rules, { track })

const found = (schema: Json, value: Json) =>
  judged(call({ seat: value }), [eventRule({ seat: schema })]).violations.map(({ type, description }) => [
    type,
    description,
  ])

describe('words of a violation', () => {
  it.each<[Json, Json, string, string]>([
    [{ type: 'number' }, '7', 'Invalid Type', 'Invalid type. Expected: number, given: string'],
    [{ type: 'string' }, 7, 'Invalid Type', 'Invalid type. Expected: string, given: integer'],
    [{ type: ['string'] }, 7.5, 'Invalid Type', 'Invalid type. Expected: string, given: number'],
    [
      { type: ['string', 'null'] },
      true,
      'Invalid Type',
      'Invalid type. Expected: [string,null], given: boolean',
    ],
    [{ enum: ['a', 1] }, 'b', 'Enum', 'properties.seat must be one of the following: "a", 1'],
    [{ pattern: '^[A-F][0-9]+$' }, 'x', 'Pattern', "Does not match pattern '^[A-F][0-9]+$'"],
    [{ format: 'date-time' }, 'now', 'Format', "Does not match format 'date-time'"],
    [{ minLength: 3 }, 'ab', 'String Gte', 'String length must be greater than or equal to 3'],
    [{ maximum: 5 }, 6, 'Number Lte', 'Must be less than or equal to 5'],
    [{ minItems: 2 }, [1], 'Array Min Items', 'Array must have at least 2 items'],
    [
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      3,
      'Number Any Of',
      'Must validate at least one schema (anyOf)',
    ],
  ])('%j refuses %j as %s', (schema, value, type, description) => {
    expect(found(schema, value)).toEqual([[type, description]])
  })

  it('name places with dots, and list places by number', () => {
    const products = {
      type: 'array',
      items: { type: 'object', required: ['sku'], properties: { price: { type: 'number' } } },
    }
    const { violations } = judged(call({ products: [{ sku: 'a' }, { price: '9' }] }), [
      eventRule({ products }),
    ])

    expect(violations.map(({ field }) => field).toSorted()).toEqual([
      'properties.products.1.price',
      'properties.products.1.sku',
    ])
  })

  it('call the top of the message (root)', () => {
    const common = rule({
      type: 'COMMON',
      jsonSchema: { anyOf: [{ required: ['userId'] }, { required: ['x'] }] },
    })
    const { userId: _, ...anonymous } = call({})

    expect(judged(anonymous, [eventRule({}), common]).violations).toEqual([
      { type: 'Number Any Of', field: '(root)', description: 'Must validate at least one schema (anyOf)' },
    ])
  })
})

describe('schemas that cannot be used', () => {
  it.each<[string, Json]>([
    ['a type that is none', { type: 'string,' }],
    ['a type called any', { type: 'any' }],
    ['a boolean required', { type: 'string', required: true }],
    ['lookahead, which RE2 has not', { pattern: '^(?!a)' }],
    ['a reference to nowhere', { $ref: '#/definitions/none' }],
  ])('%s constrains nothing', (_, schema) => {
    expect(found(schema, 7)).toEqual([])
  })

  it.each<[string, Json]>([
    ['a legacy id', { type: 'string', id: '/properties/seat' }],
    ['labels and flags', { type: 'string', labels: { a: 'b' }, isNewProperty: true }],
  ])('%s is passed over', (_, schema) => {
    expect(found(schema, 7)).toHaveLength(1)
  })
})

describe('which version judges', () => {
  const versions = [
    eventRule({ seat: { type: 'string' } }, [], 3),
    eventRule({ seat: { type: 'number' } }, [], 2),
  ]

  it.each<[string, Json, string]>([
    ['the one asked for', 3, 'string'],
    ['the oldest when none is asked for', null, 'number'],
    ['the oldest when it is unknown', 9, 'number'],
    ['the oldest when it is no integer', '3', 'number'],
  ])('%s', (_, version, expected) => {
    const context = { protocols: { event_version: version } }
    const { violations } = judged(call({ seat: true }, { context }), versions)

    expect(violations[0]?.description).toBe(`Invalid type. Expected: ${expected}, given: boolean`)
  })
})

describe('enforcement', () => {
  const rules = [
    eventRule({ seat: { type: 'string' }, row: { type: 'object', properties: { no: {} } } }, ['seat']),
  ]

  it('blocks an unplanned event only when told to', () => {
    const message = call({}, { event: 'Never Planned' })

    expect(judged(message, rules).blocked).toBeNull()
    expect(judged(message, rules, { allowUnplannedEvents: false }).blocked).toBe('unplanned')
  })

  it('omits unplanned properties, nested ones too', () => {
    const { message, omitted, violations } = judged(
      call({ seat: 'A1', extra: 1, row: { no: 1, letter: 'x' } }),
      rules,
      { allowUnplannedEventProperties: false },
    )

    expect(omitted).toEqual(['properties.extra', 'properties.row.letter'])
    expect(message.properties).toEqual({ seat: 'A1', row: { no: 1 } })
    expect(violations).toEqual([])
  })

  it('blocks a violation, and says when unplanned names were there too', () => {
    const track = { allowEventOnViolations: false }

    expect(judged(call({ seat: 1 }), rules, track).blocked).toBe('schema_violation')
    expect(judged(call({ seat: 1, extra: 1 }), rules, track).blocked).toBe('unplanned_and_schema_violation')
  })

  it('omits what violates, and lets the rest go on', () => {
    const { message, omittedOnViolation, blocked } = judged(call({ seat: 1, row: { no: 1 } }), rules, {
      allowPropertiesOnViolations: false,
    })

    expect([omittedOnViolation, message.properties, blocked]).toEqual([
      ['properties.seat'],
      { row: { no: 1 } },
      null,
    ])
  })

  it('gives the common rule only what is left', () => {
    const common = rule({
      type: 'COMMON',
      jsonSchema: { properties: { properties: { properties: { extra: { type: 'string' } } } } },
    })
    const message = call({ seat: 'A1', extra: 1 })
    const commonEventOnViolations = 'BLOCK' as const

    expect(judged(message, [...rules, common], { commonEventOnViolations }).blocked).toBe(
      'common_schema_violation',
    )
    const kept = judged(message, [...rules, common], {
      commonEventOnViolations,
      allowUnplannedEventProperties: false,
    })
    expect([kept.blocked, kept.violations]).toEqual([null, []])
  })

  it('has no settings for pages: they always pass', () => {
    const page = rule({
      type: 'PAGE',
      key: 'Home',
      jsonSchema: { properties: { properties: { required: ['title'] } } },
    })
    const message: Message = { type: 'page', name: 'Home', messageId: 'm', properties: {} }
    const { violations, blocked } = judged(message, [page], { allowEventOnViolations: false })

    expect([violations.length, blocked]).toEqual([1, null])
  })
})
