import { expect, test } from 'vitest'
import { actionWords, detailWords } from './audit-words'

test('an action reads as a sentence begins', () => {
  expect(actionWords('change-request-edits-saved')).toBe('Change request edits saved')
})

test.each([
  [{ rules: 74, seenHash: 'f'.repeat(64) }, 'rules 74, seen hash ffffffff…'],
  [{ people: ['a@x.invalid', 'b@x.invalid'] }, 'people a@x.invalid and b@x.invalid'],
  [{ before: { role: 'viewer' }, after: { role: 'admin' } }, 'before role viewer, after role admin'],
  [{ source: null, scopes: [], name: '' }, ''],
])('details %j', (details, words) => {
  expect(detailWords(details)).toBe(words)
})
