import { invalidInput } from '@/sandbox/public-api/segment-error'
import { isObject, type JsonObject } from '@/sandbox/world/json'

const cursorFor = (offset: number) => Buffer.from(String(offset)).toString('base64')

const offsetOf = (cursor: unknown): number => {
  if (cursor === undefined || cursor === '') return 0
  const offset = Number(Buffer.from(String(cursor), 'base64').toString())
  if (!Number.isInteger(offset) || offset < 0)
    throw invalidInput('"pagination.cursor" is not valid', 'pagination.cursor')
  return offset
}

const countOf = (count: unknown, max: number): number => {
  if (count === undefined) return Math.min(200, max)
  const number = Number(count)
  if (!Number.isInteger(number) || number < 1)
    throw invalidInput('"pagination.count" must be a positive number', 'pagination.count')
  if (number > max)
    throw invalidInput(`"pagination.count" must be less than or equal to ${max}`, 'pagination.count')
  return number
}

/**
 * One page of `rows`. The cursor is an offset, so rows added or removed between two pages are skipped or repeated,
 * as with Segment. `required`: some calls answer 422 when no pagination is given.
 */
export const pageOf = <T>(rows: T[], query: JsonObject, { max = 1_000, required = false } = {}) => {
  const asked = isObject(query.pagination) ? query.pagination : {}
  if (required && asked.count === undefined) throw invalidInput('"pagination" is required', 'pagination')
  const offset = offsetOf(asked.cursor)
  const count = countOf(asked.count, max)
  const end = offset + count
  return {
    items: rows.slice(offset, end),
    pagination: {
      current: cursorFor(offset),
      next: end < rows.length ? cursorFor(end) : null,
      ...(offset > 0 && { previous: cursorFor(Math.max(0, offset - count)) }),
      totalEntries: rows.length,
    },
  }
}
