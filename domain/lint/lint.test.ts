import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { lint } from './lint'
import { lintRules } from './lint-rules'

const event = (key: string, properties: Json = {}, more: { [key: string]: Json } = {}) =>
  aRule(key, JSON.stringify({ properties: { properties: { properties } }, ...more }))
const text = { type: 'string' }

/** For each rule a plan that it finds something in, what it finds, and one that is like it and fine. */
const cases: Readonly<Record<string, { bad: Rule[]; places: string[]; good: Rule[] }>> = {
  'object-action-name': {
    bad: [event('Clicked'), event('Order Page')],
    places: ['Clicked', 'Order Page'],
    good: [event('Order Completed'), event('Email Sent')],
  },
  'event-casing': {
    bad: [event('Order Made'), event('Cart Seen'), event('Page Left'), event('order_paid')],
    places: ['order_paid'],
    good: [event('Order Made'), event('order_paid')],
  },
  'property-casing': {
    bad: [event('A', { first_one: text, second_one: text, thirdOne: text })],
    places: ['A /properties/thirdOne'],
    good: [event('A', { first_one: text, second_one: text, third: text })],
  },
  'dynamic-event-name': {
    bad: [event('Viewed Product 12345'), event('Opened "Home"'), event('Sale 2024-12-24 Seen')],
    places: ['Viewed Product 12345', 'Opened "Home"', 'Sale 2024-12-24 Seen'],
    good: [event('Step 2 Completed'), event('Address Added')],
  },
  'property-as-event': {
    bad: [event('Blue Button Clicked'), event('Red Button Clicked')],
    places: ['Blue Button Clicked', 'Red Button Clicked'],
    good: [event('Product List Viewed'), event('Order List Viewed')],
  },
  'near-duplicate-event': {
    bad: [event('Order Completed'), event('order_completed'), event('Orders Completed')],
    places: ['Order Completed', 'order_completed', 'Orders Completed'],
    good: [event('Order Completed'), event('Order Cancelled')],
  },
  'near-duplicate-property': {
    bad: [event('A', { order_id: text }), event('B', { order_id: text }), event('C', { orderId: text })],
    places: ['C /properties/orderId'],
    good: [event('A', { order_id: text }), event('B', { order_name: text })],
  },
  'different-types': {
    bad: [
      event('A', { total: { type: 'number' } }),
      event('B', { total: { type: ['number', 'null'] } }),
      event('C', { total: text }),
    ],
    places: ['C /properties/total'],
    good: [event('A', { total: { type: 'number' } }), event('B', { total: { type: ['null', 'number'] } })],
  },
  'missing-description': {
    bad: [event('A', { a: text })],
    places: ['A', 'A /properties/a'],
    good: [event('A', { a: { description: 'x' } }, { description: 'x' })],
  },
  'missing-owner': {
    bad: [event('A', {}, { labels: { team: 'shop' } }), event('B')],
    places: ['B'],
    good: [event('A'), event('B')],
  },
  'any-type': {
    bad: [event('A', { a: {} })],
    places: ['A /properties/a'],
    good: [event('A', { a: { enum: [1] } })],
  },
  'event-without-properties': { bad: [event('A')], places: ['A'], good: [event('A', { a: text })] },
  'reserved-name': {
    bad: [event('A', { userId: text, received_at: text })],
    places: ['A /properties/userId', 'A /properties/received_at'],
    good: [event('A', { order: { properties: { id: text } }, user_name: text })],
  },
  'too-many-properties': {
    bad: [event('A', Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`p${i}`, text])))],
    places: ['A'],
    good: [event('A', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`p${i}`, text])))],
  },
  'pattern-outside-re2': {
    bad: [event('A', { a: { pattern: '^(?!x)' } })],
    places: ['A /properties/a'],
    good: [event('A', { a: { pattern: '^[^x]' } })],
  },
  'personal-data-unmarked': {
    bad: [event('A', { userEmail: text, email: text, contact: { format: 'email' } })],
    places: ['A /properties/email', 'A /properties/contact'],
    good: [event('A', { email: { labels: { pii: 'yes' } }, email_count: text })],
  },
  'payment-data': {
    bad: [event('A', { card_number: text })],
    places: ['A /properties/card_number'],
    good: [event('A', { card_type: text })],
  },
  'timestamp-format': {
    bad: [event('A', { created_at: text })],
    places: ['A /properties/created_at'],
    good: [
      event('A', {
        created_at: { type: 'string', format: 'date-time' },
        wait_time: { type: 'number' },
        chat: text,
      }),
    ],
  },
  'required-not-planned': {
    bad: [aRule('A', '{"properties":{"properties":{"properties":{"a":{}},"required":["b"]}}}')],
    places: ['A /properties'],
    good: [aRule('A', '{"properties":{"properties":{"properties":{"a":{}},"required":["a"]}}}')],
  },
  'impossible-limits': {
    bad: [event('A', { a: { minimum: 2, maximum: 1 } })],
    places: ['A /properties/a'],
    good: [event('A', { a: { minimum: 1, maximum: 1 } })],
  },
  'known-defect': {
    bad: [event('A', { a: { type: 'any' }, b: { type: 'string,' } })],
    places: ['A /properties/a', 'A /properties/b'],
    good: [event('A', { a: text })],
  },
}

const found = (rules: readonly Rule[], id: string) =>
  lint(rules)
    .filter((finding) => finding.id === id)
    .map(({ rule, pointer }) => [rule?.key, pointer].filter((part) => part !== undefined).join(' '))

describe('lint', () => {
  test('every rule has a case, and ids are told apart', () => {
    expect(lintRules.map(({ id }) => id).sort()).toEqual(Object.keys(cases).sort())
  })

  test.each(Object.entries(cases))('%s', (id, { bad, places, good }) => {
    expect(found(bad, id)).toEqual(places)
    expect(found(good, id)).toEqual([])
  })

  test('a plan sets its own severities', () => {
    const rules = [event('A', { a: {} })]
    const of = (findings: ReturnType<typeof lint>) => findings.find(({ id }) => id === 'any-type')?.severity
    expect([
      of(lint(rules)),
      of(lint(rules, { 'any-type': 'error' })),
      of(lint(rules, { 'any-type': 'off' })),
    ]).toEqual(['warning', 'error', undefined])
  })

  test('a fix is offered where it is certain', () => {
    const fixes = lint([event('A', { a: { type: 'any' }, b: { type: 'string,' } })]).filter(
      ({ id }) => id === 'known-defect',
    )
    expect(fixes.map(({ fix }) => fix !== undefined)).toEqual([true, false])
  })
})
