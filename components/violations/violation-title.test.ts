import { expect, test } from 'vitest'
import type { ViolationView } from '@/contracts/violation'
import { violationTitle } from './violation-title'

const ofOrders: ViolationView['rule'] = { type: 'TRACK', key: 'Order Completed', version: 1 }

test.each<[string, Parameters<typeof violationTitle>[0]]>([
  [
    'Missing: products[].sku in Order Completed',
    { type: 'required', pointer: '/properties/products/*/sku', rule: ofOrders },
  ],
  ['Unplanned event in Order Completed', { type: 'unplanned-event', pointer: '', rule: ofOrders }],
  ['Wrong type in Order Completed', { type: 'invalid-type', pointer: '/properties', rule: ofOrders }],
  [
    'Pattern: email in Identify traits',
    { type: 'pattern', pointer: '/traits/email', rule: { type: 'IDENTIFY', key: null, version: 1 } },
  ],
])('%s', (title, violation) => {
  expect(violationTitle(violation)).toBe(title)
})
