import { expect, test } from 'vitest'
import { type AlertScope, isInScope } from './alert-scope'

const subject = { planId: 'p1', sourceIds: ['s1', 's2'], event: 'Order Completed' }

test.each<[string, Partial<AlertScope>, boolean]>([
  ['any', {}, true],
  ['the plan', { planId: 'p1' }, true],
  ['another plan', { planId: 'p2' }, false],
  ['one of its sources', { sourceId: 's2' }, true],
  ['another source', { sourceId: 's3' }, false],
  ['such events', { event: 'order *' }, true],
  ['other events', { event: 'Cart *' }, false],
  ['all three', { planId: 'p1', sourceId: 's1', event: '*' }, true],
  ['two of three', { planId: 'p1', sourceId: 's1', event: 'Cart *' }, false],
])('a rule for %s', (_name, scope, covers) => {
  expect(isInScope({ planId: null, sourceId: null, event: null, ...scope }, subject)).toBe(covers)
})
