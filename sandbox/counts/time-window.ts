import { day, hour, minute } from '@/sandbox/counts/counts'
import { badRequest, invalidInput } from '@/sandbox/public-api/segment-error'
import type { JsonObject } from '@/sandbox/world/json'

export type Granularity = 'MINUTE' | 'HOUR' | 'DAY'
export type TimeWindow = { granularity: Granularity; start: number; end: number; step: number }

const steps: Record<Granularity, number> = { MINUTE: minute, HOUR: hour, DAY: day }

/** Longest range and oldest start. Segment Public API, Delivery Overview. */
const limits: Record<Granularity, { longest: number; oldest: number }> = {
  MINUTE: { longest: 4 * hour, oldest: 48 * hour },
  HOUR: { longest: 14 * day, oldest: 30 * day },
  DAY: { longest: 30 * day, oldest: 30 * day },
}

const granularityOf = (value: unknown): Granularity => {
  // The API took lower case first and upper case since; both still occur.
  const name = String(value).toUpperCase()
  if (name === 'MINUTE' || name === 'HOUR' || name === 'DAY') return name
  throw invalidInput('"granularity" must be one of [DAY, HOUR, MINUTE]', 'granularity')
}

const instantOf = (query: JsonObject, name: string): number => {
  const instant = typeof query[name] === 'string' ? Date.parse(query[name]) : Number.NaN
  if (Number.isNaN(instant)) throw invalidInput(`"${name}" must be a valid ISO 8601 date`, name)
  return instant
}

/** The window that a query asks for: start inclusive, end exclusive. */
export const readTimeWindow = (query: JsonObject): TimeWindow => {
  const granularity = granularityOf(query.granularity)
  const [start, end] = [instantOf(query, 'startTime'), instantOf(query, 'endTime')]
  if (end <= start) throw invalidInput('"endTime" must be greater than "startTime"', 'endTime')
  return { granularity, start, end, step: steps[granularity] }
}

/** Refuses windows that Delivery Overview does not serve. A minute of grace, since the asker's clock ran on. */
export const checkLimits = ({ granularity, start, end }: TimeWindow, now: number) => {
  const { longest, oldest } = limits[granularity]
  if (end - start > longest)
    throw badRequest(`The time range for granularity ${granularity} must not exceed ${longest / hour} hours`)
  if (start < now - oldest - minute)
    throw badRequest(`startTime for granularity ${granularity} must not be older than ${oldest / hour} hours`)
}
