import { knownDays } from '@/domain/violations/known-days'
import type { Client } from '../client'

const dayMs = 24 * 3_600_000

/** The day of an instant, `YYYY-MM-DD` in UTC. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

const daysAfter = (instant: string, days: number) =>
  dayOf(new Date(Date.parse(instant) + days * dayMs).toISOString())

/** The instant before which an arrival is late: what was received then may be forgotten. */
export const earliestKept = (now: string): string => `${daysAfter(now, -knownDays)}T00:00:00.000Z`

/** Makes the partitions of today and the next two days, and drops those of days before `earliestKept`. */
export const keepDays = async (client: Client, now: string): Promise<readonly string[]> => {
  for (const ahead of [0, 1, 2])
    await client.$queryRaw`select occurrence_partition(${daysAfter(now, ahead)}::date)`
  const rows = await client.$queryRaw<{ day: string }[]>`
    select day::text from occurrence_partitions_drop(${earliestKept(now).slice(0, 10)}::date) as day`
  return rows.map(({ day }) => day)
}
