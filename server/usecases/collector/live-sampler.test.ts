import { expect, test } from 'vitest'
import type { CollectedCall } from './judge-collected'
import { liveSampler } from './live-sampler'

const source = { id: 's1', workspaceId: 'w1', name: 'Web shop' }
const calls = (count: number): CollectedCall[] =>
  Array.from({ length: count }, () => ({
    ...{ messageId: 'm', key: 'k', type: 'track', callType: 'track', event: 'Seat Reserved' },
    ...{ appVersion: '', library: '', eventVersion: null, at: '2026-01-05T09:00:00.000Z' },
    ...{ judged: null, refusal: null },
    shape: () => {
      throw new Error('Nothing is counted here.')
    },
    mask: () => ({ call: {}, masked: [] }),
  }))

const sampler = () => {
  const at = { second: 0 }
  const now = () => `2026-01-05T09:00:0${at.second}.000Z`
  return { at, ...liveSampler({ now, newId: () => 'c1' }) }
}

test('a key by which much comes takes nothing away from another of its source', () => {
  const { at, choose } = sampler()
  expect(choose(source, 'busy', calls(50))).toHaveLength(20)
  expect(choose(source, 'idle', calls(20)).map(({ skipped }) => skipped)).toEqual(Array(20).fill(0))
  at.second = 1
  expect(choose(source, 'busy', calls(1))).toMatchObject([{ skipped: 30 }])
})

test('of one source 200 calls a second are shown, however many keys it has', () => {
  const { at, choose } = sampler()
  const shown = () =>
    Array.from({ length: 12 }, (_, i) => choose(source, `key${i}`, calls(20)).length).reduce((a, b) => a + b)
  expect(shown()).toBe(200)
  expect(choose({ ...source, id: 's2' }, 'key0', calls(20))).toHaveLength(20)
  at.second = 1
  expect(shown()).toBe(200)
})
