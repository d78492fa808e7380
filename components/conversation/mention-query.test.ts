import { expect, test } from 'vitest'
import { membersFor, mentionAt, mentionOf } from './mention-query'

const members = ['Ann Author', 'Sue Steward', 'Kim', 'Kim'].map((name, at) => ({
  id: String(at),
  name,
  email: `${at}@example.com`,
}))

test.each([
  ['@', 1, { at: 0, typed: '' }],
  ['Look, @An', 9, { at: 6, typed: 'An' }],
  ['@Ann Au', 7, { at: 0, typed: 'Ann Au' }],
  ['@Ann later', 4, { at: 0, typed: 'Ann' }],
  ['me@ann', 6, null],
  ['no one', 6, null],
  ['@Ann\nnext', 9, null],
])('%j at %i', (text, caret, found) => expect(mentionAt(text, caret)).toEqual(found))

test.each([
  ['', ['Ann Author', 'Sue Steward', 'Kim', 'Kim']],
  ['stew', ['Sue Steward']],
  ['ann a', ['Ann Author']],
  ['1@', ['Sue Steward']],
  ['uthor', []],
])('%j finds %j', (typed, names) => expect(membersFor(members, typed).map(({ name }) => name)).toEqual(names))

test('a name that two people have is written as an address', () =>
  expect(members.map((member) => mentionOf(member, members))).toEqual([
    'Ann Author',
    'Sue Steward',
    '2@example.com',
    '3@example.com',
  ]))
