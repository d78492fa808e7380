import { expect, test } from 'vitest'
import type { CatalogRow } from '@/contracts/rule'
import type { CatalogFilter } from './catalog-filter'
import { matchesFilter } from './matches-filter'

const row = (changes: Partial<CatalogRow> = {}): CatalogRow => ({
  type: 'TRACK',
  key: 'Order Completed',
  version: 1,
  lineage: 'l1',
  description: 'A customer has paid',
  labels: { team: 'checkout' },
  properties: ['order_id', 'coupon'],
  requiredCount: 1,
  since: 1,
  defects: 0,
  openViolations: 0,
  openChangeRequests: [],
  eventsLastWeek: null,
  ...changes,
})

const filter = (changes: Partial<CatalogFilter> = {}): CatalogFilter => ({
  q: '',
  type: null,
  has: null,
  v: null,
  ...changes,
})

test.each(['order', 'PAID', 'coupon', 'checkout', 'team', '  Completed '])(
  'finds "%s" in what a row holds',
  (q) => {
    expect(matchesFilter(row(), filter({ q }))).toBe(true)
  },
)

test('does not find what no column holds', () => {
  expect(matchesFilter(row(), filter({ q: 'refund' }))).toBe(false)
})

test('a rule without a name is searched too', () => {
  expect(matchesFilter(row({ type: 'COMMON', key: null }), filter({ q: 'order_id' }))).toBe(true)
})

const having: readonly [CatalogFilter['has'], Partial<CatalogRow>][] = [
  ['violations', { openViolations: 2 }],
  ['changes', { openChangeRequests: [4] }],
  ['defects', { defects: 1 }],
]

test.each(having)('"has %s" keeps only rows that have some', (has, some) => {
  expect(matchesFilter(row(), filter({ has }))).toBe(false)
  expect(matchesFilter(row(some), filter({ has }))).toBe(true)
})

test('every part of the filter must hold', () => {
  expect(matchesFilter(row(), filter({ q: 'order', type: 'PAGE' }))).toBe(false)
  expect(matchesFilter(row(), filter({ q: 'order', type: 'TRACK' }))).toBe(true)
})
