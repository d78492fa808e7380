import { createHash } from 'node:crypto'
import type { Occurrence } from '@/server/ports/violation-store'

const hourMs = 3_600_000
const rowsOfHour = 10_000

/**
 * Occurrences as they arrive, in about the order of time, 10,000 an hour of 1,000 violations from three sources, so 0.3
 * counts of an hour each; every tenth repeats one that came before. The same for the same plan.
 *
 * @param repeated how many arrivals there are for one that came before; null for none
 * @param end the instant before which all of them happened, in milliseconds
 */
export const manyOccurrences = (
  planId: string,
  rows: number,
  end: number,
  { repeated: every = 10 }: { readonly repeated?: number | null } = {},
): readonly Occurrence[] => {
  const random = seeded(7)
  const distinct: Occurrence[] = []
  return Array.from({ length: rows }, (_, place) => {
    if (every !== null && place % every === every - 1) {
      const again = distinct[Math.floor(random() * distinct.length)]
      if (again) return again
    }
    const next = occurrence(planId, place, rows, end, random)
    distinct.push(next)
    return next
  })
}

const occurrence = (
  planId: string,
  place: number,
  rows: number,
  end: number,
  random: () => number,
): Occurrence => {
  const violation = Math.floor(random() * 1_000)
  // In about the order of time, a minute or two later or earlier, as calls arrive.
  const at = new Date(end - ((rows - place) / rowsOfHour) * hourMs - random() * 120_000).toISOString()
  const messageId = `ajs-next-${place}-${hash(`${planId} ${place}`).slice(0, 32)}`
  return {
    key: hash(messageId),
    fingerprint: hash(`${planId} violation ${violation}`),
    planId,
    ruleType: 'TRACK',
    ruleKey: `Order Completed ${violation % 50}`,
    ruleVersion: 1,
    pointer: `/properties/products/*/field_${violation}`,
    schemaPointer: null,
    type: 'invalid-type',
    rawType: 'Invalid Type',
    message: `Invalid type. Expected: number, given: ${random() < 0.5 ? 'string' : 'null'}`,
    messageId,
    at,
    hour: `${at.slice(0, 13)}:00:00.000Z`,
    sourceId: `source-${Math.floor(random() * 3)}`,
    sourceName: 'Web shop',
    appVersion: '4.2.0',
    library: 'analytics.js npm:next-1.70.0',
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** Numbers from 0 to 1, the same for the same seed. */
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
