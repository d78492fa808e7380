import type { SegmentAnswer } from '@/server/ports/segment-gateway'

/** Segment Public API: event volume gives at most so many result rows, and does not say what it left out. */
const mostRows = 5_000
const hourMs = 3_600_000

/**
 * Reads a window whole: where the answer is as long as it may be, the window is halved at a full hour and asked for
 * again, down to single hours.
 */
export const wholeCounts = async <T>(
  read: (from: string, to: string) => Promise<SegmentAnswer<readonly T[]>>,
  from: string,
  to: string,
): Promise<SegmentAnswer<readonly T[]>> => {
  const answer = await read(from, to)
  if (!answer.ok || answer.value.length < mostRows) return answer
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const middle = Math.ceil((start + end) / 2 / hourMs) * hourMs
  if (middle <= start || middle >= end) return answer
  const at = new Date(middle).toISOString()
  const first = await wholeCounts(read, from, at)
  if (!first.ok) return first
  const second = await wholeCounts(read, at, to)
  return second.ok ? { ok: true, value: [...first.value, ...second.value] } : second
}
