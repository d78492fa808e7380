import { expect, test } from 'vitest'
import { timeAgo } from './time-ago'

const now = new Date('2026-06-15T12:00:00Z')

test.each([
  ['2026-06-15T11:59:30Z', 'just now'],
  ['2026-06-15T11:59:10Z', '50 s ago'],
  ['2026-06-15T11:55:00Z', '5 min ago'],
  ['2026-06-15T09:30:00Z', '2 h ago'],
  ['2026-06-12T12:00:00Z', '3 d ago'],
  ['2026-06-15T14:30:00Z', 'in 2 h'],
  ['2026-03-01T12:00:00Z', '1 Mar'],
  ['2025-03-01T12:00:00Z', '1 Mar 2025'],
])('%s is %s', (at, expected) => {
  expect(timeAgo(new Date(at), now)).toBe(expected)
})
