import type { BoardRow } from '@/contracts/board'
import type { ViolationFilter } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { instant } from '../rows/instant'
import { violationConditions } from './violation-conditions'

type Bundle = NonNullable<BoardRow['bundle']>
type Row = Omit<Bundle, 'firstSeen'> & { readonly first: Date }

/** Of rows of `violation`: made of those that somebody decided about, whatever their order. */
const bundleRevision = Prisma.sql`
  coalesce(bit_xor(hashtextextended(id, revision)) filter (where revision > 0), 0)::text`

/** The same of all violations that answer a filter and come after an id. */
export const revisionOf = async (
  client: Client,
  filter: ViolationFilter,
  after: string | undefined,
): Promise<string> => {
  const [row] = await client.$queryRaw<{ revision: string }[]>`
    select ${bundleRevision} as revision from violation
    where ${violationConditions(filter)} and id > ${after ?? ''}`
  return row?.revision ?? '0'
}

/** What each bundle of a page comes to, over all of it that answers the filter; null for one of a single violation. */
export const bundlesOf = async (
  client: Client,
  filter: ViolationFilter,
  keys: readonly (string | null)[],
): Promise<(key: string | null) => Bundle | null> => {
  const asked = keys.filter((key) => key !== null)
  if (asked.length === 0) return () => null
  const rows = await client.$queryRaw<Row[]>`
    select bundle as key, count(*)::int as size, sum(count)::float8 as count, min(first_seen) as first,
      ${bundleRevision} as revision
    from violation
    where bundle = any(${asked}::text[]) and ${violationConditions(filter)}
    group by bundle
    having count(*) > 1`
  const known = new Map(
    rows.map(({ first, ...bundle }) => [bundle.key, { ...bundle, firstSeen: instant(first) }]),
  )
  return (key) => (key === null ? null : (known.get(key) ?? null))
}
