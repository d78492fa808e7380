import { expect, test } from 'vitest'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'
import { wholeCounts } from './whole-counts'

const from = '2026-01-01T00:00:00.000Z'
const to = '2026-01-01T08:00:00.000Z'
const hours = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 3_600_000

test('a window whose answer is as long as it may be is asked for in halves', async () => {
  const asked: number[] = []
  const read = async (start: string, end: string): Promise<SegmentAnswer<readonly string[]>> => {
    asked.push(hours(start, end))
    return {
      ok: true,
      value: Array.from({ length: Math.min(5_000, hours(start, end) * 2_000) }, () => start),
    }
  }
  const answer = await wholeCounts(read, from, to)
  expect(answer.ok && answer.value).toHaveLength(16_000)
  expect(asked).toEqual([8, 4, 2, 2, 4, 2, 2])
})

test('a single hour that is too long stays as it is', async () => {
  const full = async (): Promise<SegmentAnswer<readonly number[]>> => ({
    ok: true,
    value: new Array(5_000).fill(0),
  })
  const answer = await wholeCounts(full, from, '2026-01-01T01:00:00.000Z')
  expect(answer.ok && answer.value).toHaveLength(5_000)
})
