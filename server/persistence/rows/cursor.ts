import { z } from 'zod'
import { Failed } from '@/contracts/failed'

/**
 * A keyset cursor is the sort key of the last row shown, as base64url JSON: opaque to callers, checked when it
 * comes back, since it comes from outside.
 */
export const encodeCursor = (sortKey: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(sortKey)).toString('base64url')

/**
 * The sort key of a cursor, or null for the first page.
 *
 * @throws Failed `malformed` for anything `encodeCursor` did not write for a list of this shape
 */
export const decodeCursor = <T extends z.ZodType>(
  cursor: string | undefined,
  shape: T,
): z.infer<T> | null => {
  if (cursor === undefined) return null
  const parsed = shape.safeParse(jsonOf(cursor))
  if (!parsed.success)
    throw new Failed({ code: 'malformed', detail: 'The cursor is none that this list gave out.' })
  return parsed.data
}

/** An instant inside a cursor, as `Date.toISOString` writes it. */
export const CursorInstant = z.iso.datetime({ precision: 3 })

/** Text inside a cursor; Postgres text cannot hold U+0000. */
export const CursorText = z.string().refine((text) => !text.includes('\0'))

const jsonOf = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
