import { expect, it } from 'vitest'
import { importedCall } from './imported-call'

const now = '2026-01-05T09:00:00.000Z'
const call = {
  type: 'track',
  event: 'Seat Reserved',
  userId: 'u',
  messageId: 'm1',
  timestamp: '2026-01-04T10:00:00+01:00',
}

it('takes the time that a call says, whenever it was sent, and leaves the write key out', () => {
  expect(importedCall({ ...call, sentAt: '2026-01-05T08:00:00Z', writeKey: 'k' }, now)).toEqual({
    ok: true,
    at: '2026-01-04T09:00:00.000Z',
    call: { ...call, sentAt: '2026-01-05T08:00:00Z' },
  })
})

it('takes nothing for later than now, and Go’s zero time for none', () => {
  expect(importedCall({ ...call, timestamp: '2027-01-01T00:00:00Z' }, now)).toMatchObject({ at: now })
  const zero = { ...call, timestamp: '0001-01-01T00:00:00Z', receivedAt: '2026-01-03T00:00:00Z' }
  expect(importedCall(zero, now)).toMatchObject({ at: '2026-01-03T00:00:00.000Z' })
})

it.each([
  [undefined, /no JSON\./],
  [[call], /no JSON object/],
  ['text', /no JSON object/],
  [{ ...call, properties: { note: 'ü'.repeat(17_000) } }, /32 kB/],
  [{ ...call, userId: undefined }, /no_user_anon_id/],
  [{ ...call, type: 'alias' }, /alias/],
  [{ ...call, messageId: undefined }, /messageId/],
  [{ ...call, timestamp: 'yesterday' }, /no time/],
])('%j is refused', (record, reason) => {
  expect(importedCall(record, now)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
})
