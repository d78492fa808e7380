import { expect, test } from 'vitest'
import { firstFindings, sameFindings } from './same-findings'

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

test('the first of each kind are told, wherever they stand, and the others are counted', () => {
  const of = (isNew: boolean, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      rule: { type: 'TRACK' as const, version: 1, key: `Event ${at}` },
      message: 'It has no description.',
      isNew,
    }))
  const few = [...of(true, 20), ...of(false, 30)]
  expect(firstFindings(few)).toEqual({ findings: few, more: { others: 0, known: 0 } })

  const again = of(true, 1).map((finding) => ({ ...finding, pointer: '/a' }))
  const { findings, more } = firstFindings([...of(true, 53), ...of(false, 50), ...again])
  expect(more).toEqual({ others: 3, known: 0 })
  expect(findings).toEqual([...of(true, 50), ...of(false, 50), ...again])
})
