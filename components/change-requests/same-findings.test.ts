import { expect, test } from 'vitest'
import { sameFindings } from './same-findings'

const [ordered, refunded] = ['Ordered', 'Refunded'].map((key) => ({
  type: 'TRACK' as const,
  key,
  version: 1,
}))

test('what is found in many places of a rule is said once, in the order of the first places', () => {
  const told = sameFindings([
    { rule: ordered, pointer: '/properties/a/id', message: 'Draft-04 wrote "id".' },
    { rule: refunded, pointer: '/properties/a/id', message: 'Draft-04 wrote "id".' },
    { rule: ordered, message: 'It has no description.' },
    { rule: ordered, pointer: '/properties/b/id', message: 'Draft-04 wrote "id".' },
  ])
  expect(told.map(({ finding, pointers }) => [finding.rule?.key, finding.message, pointers])).toEqual([
    ['Ordered', 'Draft-04 wrote "id".', ['/properties/a/id', '/properties/b/id']],
    ['Refunded', 'Draft-04 wrote "id".', ['/properties/a/id']],
    ['Ordered', 'It has no description.', []],
  ])
})

test('what is new and what was there before stay apart', () => {
  const finding = { rule: ordered, message: 'It has no description.', id: 'description-missing' }
  const told = sameFindings([
    { ...finding, pointer: '/properties/a', isNew: true },
    { ...finding, pointer: '/properties/b', isNew: false },
  ])
  expect(told.map(({ pointers }) => pointers)).toEqual([['/properties/a'], ['/properties/b']])
})
