import { knownDays } from '@/domain/violations/known-days'
import type { Client } from '../client'

const dayMs = 24 * 3_600_000

/** The day of an instant, `YYYY-MM-DD` in UTC. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

const daysAfter = (instant: string, days: number) =>
  dayOf(new Date(Date.parse(instant) + days * dayMs).toISOString())

/** The instant before which an arrival is late: what was received then may be forgotten. */
export const earliestKept = (now: string): string => `${daysAfter(now, -knownDays)}T00:00:00.000Z`

/**
 * Makes the partitions of today and the next two days, and drops those of days before `earliestKept`, with the counts
 * of what came late on such days.
 */
export const keepDays = async (client: Client, now: string): Promise<readonly string[]> => {
  for (const ahead of [0, 1, 2])
    await client.$queryRaw`select occurrence_partition(${daysAfter(now, ahead)}::date)`
  const earliest = earliestKept(now).slice(0, 10)
  const rows = await client.$queryRaw<{ day: string }[]>`
    select day::text from occurrence_partitions_drop(${earliest}::date) as day`
  await client.$executeRaw`delete from late_arrival where day < ${earliest}::date`
  return rows.map(({ day }) => day)
}
