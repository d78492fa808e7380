import { expect, test } from 'vitest'
import { blockedWords, violationWords, whatBroke } from './alert-message'
import { aViolation } from './an-alert.cases'

const words = ({ title, facts }: ReturnType<typeof violationWords>) => [
  title,
  ...facts.map(({ name, value }) => `${name}: ${value}`),
]

test('a violation is told with what broke, since when, where, and whose it is', () => {
  expect(words(violationWords('new', aViolation()))).toEqual([
    'New violation: products[].sku is missing in Order Completed',
    'Plan: Storefront',
    'Since: 2026-01-05 09:00 UTC',
    'Seen: 12 times',
    'Source: iOS',
    'App versions: 4.2.0',
    'Assigned to: nobody',
    'A call: m-1, 2026-01-05 09:30 UTC',
  ])
})

test('a spike says what it is measured against, and what is not known is left out', () => {
  const quiet = aViolation({ count: 1, sources: [], appVersions: [''], assignee: 'Ann', sample: null })
  const hour = '2026-01-05T14:00:00.000Z'
  expect(words(violationWords('spike', quiet, { hour, count: 412, busiest: 130 }))).toEqual([
    'Far more than before: products[].sku is missing in Order Completed',
    'How often: 412 in the hour from 2026-01-05 14:00 UTC; at most 130 in any hour of the seven days before',
    'Plan: Storefront',
    'Since: 2026-01-05 09:00 UTC',
    'Seen: once',
    'Assigned to: Ann',
  ])
})

test.each([
  [
    aViolation({ pointer: '', type: 'combination' }),
    'The call fits none of the combinations that are planned in Order Completed',
  ],
  [aViolation({ type: 'unplanned-event' }), 'Order Completed is not in the plan'],
  [
    aViolation({
      rule: { type: 'IDENTIFY', key: null, version: null },
      pointer: '/traits/email',
      type: 'format',
    }),
    'email does not have its format in IDENTIFY',
  ],
])('what broke, in words', (violation, expected) => {
  expect(whatBroke(violation)).toBe(expected)
})

test('many sources are counted, and blocked events name theirs', () => {
  const sources = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ id: name, name }))
  expect(words(violationWords('new', aViolation({ sources })))).toContain('Sources: A, B, C and 2 more')
  expect(
    words(blockedWords({ source: { id: 's', name: 'Web' }, hour: '2026-01-05T14:00:00.000Z', count: 7 })),
  ).toEqual([
    'Web blocks events',
    'Source: Web',
    'Blocked: 7 in the hour from 2026-01-05 14:00 UTC; none in the seven days before',
  ])
})
