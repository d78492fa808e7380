import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../plan/json'
import { eventFamilies } from './event-families'

const seen = (names: readonly string[], samples: (name: string) => JsonObject[] = () => []) =>
  names.map((name) => ({ name, count: 1, samples: samples(name) }))
const numbered = (count: number, from: number, name: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => name(i + from))

describe('names that carry a value', () => {
  test.each<[string, string[], string, string, string]>([
    [
      'an id',
      ['Viewed Product 123', 'Viewed Product 456'],
      'Viewed Product {product_id}',
      'Viewed Product',
      'number',
    ],
    [
      'an id in the middle',
      ['Order 1001 Paid', 'Order 4002 Paid'],
      'Order {order_id} Paid',
      'Order Paid',
      'number',
    ],
    ['an id after a sign', ['Item #881', 'Item #882'], 'Item #{item_id}', 'Item', 'number'],
    ['a day', ['Export 2026-01-05', 'Export 2026-01-06'], 'Export {date}', 'Export', 'date'],
    ['a UUID', ['Opened 1b4e28ba-2fa1-11d2-883f-0016d3cca427'], 'Opened {opened_id}', 'Opened', 'uuid'],
    ['a code', ['Coupon A1B2C3D4', 'Coupon X9Y8Z7W6'], 'Coupon {coupon_id}', 'Coupon', 'id'],
    ['hex', ['Session 9f86d081884c', 'Session 60303ae22b99'], 'Session {session_id}', 'Session', 'id'],
    ['an e-mail address', ['Invited ada@example.com'], 'Invited {email}', 'Invited', 'email'],
    [
      'a quote',
      ['Searched "shoes"', 'Searched "red hats"'],
      'Searched {searched_name}',
      'Searched',
      'quoted',
    ],
    ['a path', ['Viewed /a/b', 'Viewed /a/c'], 'Viewed {path}', 'Viewed', 'path'],
    ['an address', ['Clicked https://example.com/a'], 'Clicked {url}', 'Clicked', 'url'],
    [
      'many small numbers',
      numbered(14, 1, (i) => `Slot ${i} Won`),
      'Slot {slot_id} Won',
      'Slot Won',
      'number',
    ],
    [
      'two values',
      ['User 501 Bought 701', 'User 502 Bought 702'],
      'User {user_id} Bought {bought_id}',
      'User Bought',
      'number',
    ],
  ])('%s', (_what, names, template, name, kind) => {
    expect(eventFamilies(seen(names), [])).toMatchObject([
      {
        template,
        name,
        count: names.length,
        parts: expect.arrayContaining([expect.objectContaining({ kind })]),
      },
    ])
  })
})

describe('names that are meant so', () => {
  test.each<[string, string[], string[]?]>([
    ['steps that the plan holds', ['Step 3', 'Step 104', 'Step 105'], ['Step 1', 'Step 2']],
    ['a few steps that nobody planned', ['Step 1', 'Step 2', 'Step 3']],
    ['quarters', ['Q1 Report', 'Q2 Report', 'Q3 Report', 'Q4 Report']],
    ['years', ['Review 2024', 'Review 2025', 'Review 2026']],
    ['names with digits of their own', ['MP3 Played', 'GA4 Loaded', 'B2B Signup', 'Web3 Opened']],
    ['one number', ['Top 100 Viewed']],
    ['an apostrophe', ["Today's Offer Viewed", "Driver's Licence Added"]],
    ['words that differ', ['Order Completed', 'Order Cancelled', 'Cart Viewed']],
    ['a choice between two words', ['Accepted and/or Declined', 'Yes/No Asked', 'On/Off Asked']],
    [
      'names that the plan holds',
      ['Viewed Product 123', 'Viewed Product 456'],
      ['Viewed Product 123', 'Viewed Product 456'],
    ],
    ['numbers only', ['123', '456', '789']],
    ['versions', ['App 1.2 Opened', 'App 1.3 Opened']],
    ['hyphenated words', ['Sign-Up Started', 'Opt-In Shown']],
  ])('%s', (_what, names, planned = []) => {
    expect(eventFamilies(seen(names), planned)).toEqual([])
  })
})

test('takes the property that carries the value already', () => {
  const names = ['Viewed Product 123', 'Viewed Product 456']
  const families = eventFamilies(
    seen(names, (name) => [{ total: 1, sku: Number(name.slice(-3)) }]),
    [],
  )
  expect(families[0]).toMatchObject({
    template: 'Viewed Product {sku}',
    parts: [{ property: 'sku', isSent: true }],
  })
})

test('writes the property as the plan writes its own', () => {
  const names = ['Viewed Product 123', 'Viewed Product 456']
  expect(eventFamilies(seen(names), [], ['orderId', 'cartTotal', 'sku'])[0]?.parts[0]?.property).toBe(
    'productId',
  )
})

test('lists the members that are seen most first', () => {
  const [family] = eventFamilies(
    [
      { name: 'Viewed 123', count: 1, samples: [] },
      { name: 'Viewed 456', count: 9, samples: [] },
    ],
    [],
  )
  expect(family).toMatchObject({ count: 10, members: [{ name: 'Viewed 456' }, { name: 'Viewed 123' }] })
})

test('takes time in proportion to the names, hostile ones too', () => {
  const time = (names: readonly string[]) => {
    const start = process.cpuUsage()
    eventFamilies(seen(names), [])
    const { user } = process.cpuUsage(start)
    return user / 1_000
  }
  const hostile = [
    'a-'.repeat(5_000),
    '/a'.repeat(5_000),
    '1-'.repeat(5_000),
    '"'.repeat(10_000),
    'a1_'.repeat(4_000),
  ]
  const names = [...numbered(10_000, 1, (i) => `Viewed Product ${i} of “Shop ${i % 7}”`), ...hostile]
  expect(time(names)).toBeLessThan(1_500)
})
