import type { Connection } from '../connection'
import { storableText } from '../rows/storable-text'
import type { Fresh } from './fresh'

/**
 * Adds to counts and times, and leaves the violations locked. One that came before its rule was known learns it.
 *
 * @param sampled the ids of the violations that got samples now
 * @returns the ids of those that new calls may reopen
 */
export const addTotals = async (
  connection: Connection,
  fresh: readonly Fresh[],
  sampled: ReadonlySet<string>,
  now: string,
): Promise<readonly string[]> => {
  const totals = totalsOf(fresh)
  if (totals.length === 0) return []
  const ids = totals.map(({ id }) => id)
  await connection.run`select 1 from violation where id = any(${ids}::text[]) order by id for no key update`
  const updated = await connection.rows<{ id: string; status: string }>`
    update violation as v set
      count = v.count + t.count,
      first_seen = least(v.first_seen, t.first),
      last_seen = greatest(v.last_seen, t.last),
      sampled_at = coalesce(t.sampled_at, v.sampled_at),
      rule_version = coalesce(v.rule_version, t.rule_version),
      schema_pointer = coalesce(v.schema_pointer, t.schema_pointer)
    from unnest(
      ${ids}::text[],
      ${totals.map(({ count }) => count)}::bigint[],
      ${totals.map(({ first }) => first)}::timestamptz[],
      ${totals.map(({ last }) => last)}::timestamptz[],
      ${ids.map((id) => (sampled.has(id) ? now : null))}::timestamptz[],
      ${totals.map(({ of }) => of.ruleVersion)}::int[],
      ${totals.map(({ of }) => of.schemaPointer && storableText(of.schemaPointer))}::text[]
    ) as t (id, count, first, last, sampled_at, rule_version, schema_pointer)
    where v.id = t.id
    returning v.id, v.status`
  // Its plan was removed since: what was counted in its hours must not stay.
  if (updated.length !== ids.length)
    throw new Error('A violation vanished while its occurrences were folded.')
  return updated.flatMap(({ id, status }) => (status === 'open' || status === 'fix-planned' ? [] : [id]))
}

type Total = {
  readonly id: string
  of: Fresh['of']
  count: number
  first: string
  last: string
}

const totalsOf = (fresh: readonly Fresh[]): readonly Total[] => {
  const totals = new Map<string, Total>()
  for (const { of, violation } of fresh) {
    const total = totals.get(violation.id)
    if (!total) totals.set(violation.id, { id: violation.id, of, count: 1, first: of.at, last: of.at })
    else {
      total.count += 1
      if (total.of.ruleVersion === null) total.of = of
      if (of.at < total.first) total.first = of.at
      if (of.at > total.last) total.last = of.at
    }
  }
  return [...totals.values()]
}
