import type { Connection } from '../connection'
import { arrayElement, arrayText } from '../rows/array-text'
import { storableText } from '../rows/storable-text'
import type { ViolationTally } from './tally'

/**
 * Adds to counts and times, and leaves the violations locked. One that came before its rule was known learns it.
 *
 * @param sampled the ids of the violations that got samples now
 * @returns the ids of those that new calls may reopen
 */
export const addTotals = async (
  connection: Connection,
  totals: readonly ViolationTally[],
  sampled: ReadonlySet<string>,
  now: string,
): Promise<readonly string[]> => {
  if (totals.length === 0) return []
  const ids = totals.map(({ violationId }) => violationId)
  const idsText = arrayText(ids)
  await connection.run`select 1 from violation where id = any(${idsText}::text[]) order by id for no key update`
  const updated = await connection.rows<{ id: string; status: string }>`
    update violation as v set
      count = v.count + t.count,
      first_seen = least(v.first_seen, t.first),
      last_seen = greatest(v.last_seen, t.last),
      sampled_at = coalesce(t.sampled_at, v.sampled_at),
      rule_version = coalesce(v.rule_version, t.rule_version),
      schema_pointer = coalesce(v.schema_pointer, t.schema_pointer)
    from unnest(
      ${idsText}::text[],
      ${arrayText(totals.map(({ count }) => count))}::bigint[],
      ${arrayText(totals.map(({ first }) => first))}::timestamptz[],
      ${arrayText(totals.map(({ last }) => last))}::timestamptz[],
      ${arrayText(ids.map((id) => (sampled.has(id) ? now : null)))}::timestamptz[],
      ${arrayText(totals.map(({ of }) => of.ruleVersion))}::int[],
      ${arrayText(totals.map(({ of }) => pointerElement(of.schemaPointer)))}::text[]
    ) as t (id, count, first, last, sampled_at, rule_version, schema_pointer)
    where v.id = t.id
    returning v.id, v.status`
  // Its plan was removed since: what was counted in its hours must not stay.
  if (updated.length !== ids.length)
    throw new Error('A violation vanished while its occurrences were folded.')
  return updated.flatMap(({ id, status }) => (status === 'open' || status === 'fix-planned' ? [] : [id]))
}

const pointerElement = (pointer: string | null) =>
  pointer === null ? null : arrayElement(storableText(pointer))
