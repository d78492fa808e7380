import { expect, it } from 'vitest'
import { z } from 'zod'
import { CursorInstant, CursorText, decodeCursor, encodeCursor } from './cursor'

const shape = z.tuple([CursorInstant, CursorText])

it('comes back as it was given', () => {
  const sortKey: [string, string] = ['2026-01-05T09:00:00.000Z', 'ünï "id"']
  expect(decodeCursor(encodeCursor(sortKey), shape)).toEqual(sortKey)
  expect(encodeCursor(sortKey)).toMatch(/^[\w-]+$/)
  expect(decodeCursor(undefined, shape)).toBeNull()
})

it.each([
  ['nothing', ''],
  ['no JSON', 'abc'],
  ['another list', encodeCursor([1, 'TRACK'])],
  ['too much', encodeCursor(['2026-01-05T09:00:00.000Z', 'id', 1])],
  ['no instant', encodeCursor(['yesterday', 'id'])],
  ['an instant that is none', encodeCursor(['2026-02-31T09:00:00.000Z', 'id'])],
  ['text that Postgres refuses', encodeCursor(['2026-01-05T09:00:00.000Z', 'a\0b'])],
])('is refused when it holds %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, shape)).toThrow('malformed')
})
