import { expect, it } from 'vitest'
import { callFacts } from './call-facts'

const now = '2026-01-05T09:00:00.000Z'

it('reads what a call says of itself', () => {
  const call = {
    type: 'track',
    event: 'Seat',
    messageId: 'm',
    context: {
      app: { version: '4.2.0' },
      library: { name: 'analytics.js', version: '1.84.0' },
      protocols: { event_version: 2 },
    },
  }
  expect(callFacts(call, now)).toEqual({
    messageId: 'm',
    at: now,
    event: 'Seat',
    appVersion: '4.2.0',
    eventVersion: 2,
    library: 'analytics.js 1.84.0',
  })
})

it('says nothing for what is missing or of another kind', () => {
  expect(
    callFacts({ type: 'identify', name: 'x', context: { app: 'x', protocols: { event_version: '2' } } }, now),
  ).toEqual({ messageId: null, at: now, event: null, appVersion: '', eventVersion: null, library: '' })
})

it.each([
  ['the time of the call', { timestamp: '2026-01-05T08:00:00Z' }, '2026-01-05T08:00:00.000Z'],
  [
    'a clock an hour ahead, the call sent after a minute',
    { timestamp: '2026-01-05T10:00:00Z', sentAt: '2026-01-05T10:01:00Z' },
    '2026-01-05T08:59:00.000Z',
  ],
  ['nothing later than now', { timestamp: '2027-01-05T10:00:00Z' }, now],
  ['the zero time of Go', { timestamp: '0001-01-01T00:00:00Z' }, now],
  ['no time', { timestamp: 'yesterday' }, now],
])('%s', (_name, times, at) => {
  expect(callFacts({ type: 'track', ...times }, now).at).toBe(at)
})
