import { expect, test } from 'vitest'
import { testProgress } from './test-progress'

const sent = {
  messageId: 'plumbline-test-1',
  event: 'Order Completed',
  pointer: '/properties/total',
  madeAt: '2026-01-05T10:00:00.000Z',
  sentAt: '2026-01-05T10:00:01.000Z',
  problem: null,
  arrivedAt: null,
}
const at = (seconds: number) => Date.parse(sent.sentAt) + seconds * 1_000

test.each([
  [sent, 5, 'accent', /waiting for the violation \(5 s\)/],
  [sent, 61, 'warn', /Nothing has come within a minute/],
  [{ ...sent, arrivedAt: '2026-01-05T10:00:03.500Z' }, 99, 'good', /arrived after 2\.5 s/],
  [{ ...sent, sentAt: null, problem: 'No write key.' }, 0, 'warn', /not sent from here/],
  [
    { ...sent, sentAt: null, problem: 'No write key.', arrivedAt: '2026-01-05T10:02:00.000Z' },
    0,
    'good',
    /after 120 s/,
  ],
])('%j after %i s', (given, seconds, tone, title) => {
  expect(testProgress(given, at(seconds), 'forwarding')).toMatchObject({
    tone,
    title: expect.stringMatching(title),
  })
})

test('the collector is looked for here, not in Segment', () => {
  const call = { ...sent, event: 'Plumbline Test', pointer: '' }
  expect(testProgress(call, at(5), 'collector').title).toBe('Sent; waiting for the call (5 s)')
  expect(testProgress(call, at(61), 'collector').words).not.toContain('Segment')
  const arrived = { ...call, arrivedAt: '2026-01-05T10:00:02.000Z' }
  expect(testProgress(arrived, at(5), 'collector').title).toBe('It works: the call arrived after 1.0 s')
})
