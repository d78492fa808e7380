import { expect, test } from 'vitest'
import type { ReplayedCall } from './replayed-call'
import { thinCalls } from './thin-calls'

const calls = (stratum: string, count: number, weight: number): ReplayedCall[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ event: 'A', sourceId: '', sourceName: '', appVersion: '', messageId: `${stratum} ${i}`, at: '' },
    ...{ call: {}, masked: [], weight, stratum },
  }))
const received = (list: readonly ReplayedCall[]) => list.reduce((sum, { weight }) => sum + weight, 0)

test('takes some of each stratum, for as many received calls as before', () => {
  const all = [...calls('large', 900, 2), ...calls('small', 100, 1), ...calls('one', 1, 7)]
  const thin = thinCalls(all, 100)
  expect(thin.length).toBeLessThanOrEqual(102)
  expect(new Set(thin.map(({ stratum }) => stratum)).size).toBe(3)
  expect(new Set(thin.map(({ messageId }) => messageId)).size).toBe(thin.length)
  expect(received(thin)).toBeCloseTo(received(all), 6)
})

test('takes all of what is few', () => {
  const few = calls('few', 10, 3)
  expect(thinCalls(few, 10)).toBe(few)
})
