import type { BoardRow } from '@/contracts/board'
import type { ViolationFilter } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { violationConditions } from './violation-conditions'

type Bundle = NonNullable<BoardRow['bundle']>

/** What each bundle of a page comes to, over all of it that answers the filter; null for one of a single violation. */
export const bundlesOf = async (
  client: Client,
  filter: ViolationFilter,
  keys: readonly (string | null)[],
): Promise<(key: string | null) => Bundle | null> => {
  const asked = keys.filter((key) => key !== null)
  if (asked.length === 0) return () => null
  const rows = await client.$queryRaw<{ key: string; size: number; count: number; first: Date }[]>`
    select bundle as key, count(*)::int as size, sum(count)::float8 as count, min(first_seen) as first
    from violation
    where bundle = any(${asked}::text[]) and ${violationConditions(filter)}
    group by bundle
    having count(*) > 1`
  const known = new Map(
    rows.map(({ key, size, count, first }) => [key, { key, size, count, firstSeen: instant(first) }]),
  )
  return (key) => (key === null ? null : (known.get(key) ?? null))
}
