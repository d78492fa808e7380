import type { AlertedViolation, AlertMessage } from './alert-message'
import { violationWords } from './alert-message'

export const aViolation = (set: Partial<AlertedViolation> = {}): AlertedViolation => ({
  id: 'v1',
  plan: { id: 'p1', name: 'Storefront' },
  rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
  pointer: '/properties/products/*/sku',
  type: 'required',
  status: 'open',
  count: 12,
  firstSeen: '2026-01-05T09:00:00.000Z',
  lastSeen: '2026-01-05T09:30:00.000Z',
  sources: [{ id: 's1', name: 'iOS' }],
  appVersions: ['4.2.0'],
  assignee: null,
  sample: { messageId: 'm-1', at: '2026-01-05T09:30:00.000Z', source: 'iOS' },
  ...set,
})

export const anAlert = (set: Partial<AlertMessage> = {}): AlertMessage => ({
  id: '01J0000000000000000000000A',
  kind: 'new',
  at: '2026-01-05T09:00:00.000Z',
  ...violationWords('new', aViolation()),
  link: 'https://plans.example.com/violations/v1',
  rule: 'Checkout',
  violation: aViolation(),
  blocked: null,
  ...set,
})
