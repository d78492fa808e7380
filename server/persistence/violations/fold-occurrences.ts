import type { Occurrence } from '@/server/ports/violation-store'
import type { Client } from '../client'
import { storableText } from '../rows/storable-text'
import { violationIds } from './violation-ids'

/**
 * Folds a batch: missing violations first, then the occurrences that are new, then the counts of exactly those.
 * Every statement works in the order of its key, so that parallel writers wait for each other and do not deadlock.
 *
 * @returns how many occurrences were new
 */
export const foldOccurrences = async (
  client: Client,
  occurrences: readonly Occurrence[],
  newId: () => string,
): Promise<number> => {
  if (occurrences.length === 0) return 0
  const ids = await violationIds(client, occurrences, newId)
  const totals = await insertNew(client, occurrences, (fingerprint) => {
    const id = ids.known.get(fingerprint)
    if (id === undefined) throw new Error('A violation vanished while its occurrences were folded.')
    return id
  })
  await addTotals(client, totals)
  // A violation whose occurrences all turned out to be known under another fingerprint never happened.
  if (ids.added.length > 0)
    await client.$executeRaw`delete from violation where id = any(${ids.added}::text[]) and count = 0`
  return totals.reduce((sum, { count }) => sum + count, 0)
}

type Total = {
  readonly violationId: string
  readonly count: number
  readonly first: Date
  readonly last: Date
}

/** Inserts what is new and counts it in its hours; the roll-up is fed by the insert, never by the batch. */
const insertNew = (
  client: Client,
  given: readonly Occurrence[],
  idOf: (fingerprint: string) => string,
): Promise<Total[]> =>
  client.$queryRaw<Total[]>`
    with given as (
      select * from unnest(
        ${given.map(({ planId }) => planId)}::text[],
        ${given.map(({ key }) => key)}::text[],
        ${given.map(({ fingerprint }) => idOf(fingerprint))}::text[],
        ${given.map(({ messageId }) => storableText(messageId))}::text[],
        ${given.map(({ at }) => at)}::timestamptz[],
        ${given.map(({ sourceId }) => storableText(sourceId))}::text[],
        ${given.map(({ sourceName }) => storableText(sourceName))}::text[],
        ${given.map(({ appVersion }) => storableText(appVersion))}::text[],
        ${given.map(({ library }) => storableText(library))}::text[],
        ${given.map(({ message }) => storableText(message))}::text[]
      ) as t (plan_id, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message)
    ), fresh as (
      insert into occurrence (plan_id, key, violation_id, message_id, occurred_at, source_id, source_name, app_version,
        library, message)
      select plan_id, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library, message
      from given
      order by plan_id, key
      on conflict do nothing
      returning violation_id, occurred_at, source_id, app_version
    ), hours as (
      insert into violation_hour (violation_id, hour, source_id, app_version, count)
      select violation_id, date_trunc('hour', occurred_at, 'UTC'), source_id, app_version, count(*)
      from fresh
      group by 1, 2, 3, 4
      order by 1, 2, 3, 4
      on conflict (violation_id, hour, source_id, app_version) do update set count = violation_hour.count + excluded.count
    )
    select violation_id as "violationId", count(*)::int as count, min(occurred_at) as first, max(occurred_at) as last
    from fresh
    group by violation_id`

/**
 * Adds to counts and times. A resolved violation comes back when something newer than all that was seen before
 * arrives; a late delivery of an old call does not reopen it, and an ignored one stays ignored.
 */
const addTotals = async (client: Client, totals: readonly Total[]) => {
  const ids = totals.map(({ violationId }) => violationId)
  await client.$queryRaw`select 1 from violation where id = any(${ids}::text[]) order by id for no key update`
  await client.$executeRaw`
    update violation as v set
      count = v.count + t.count,
      first_seen = least(v.first_seen, t.first),
      last_seen = greatest(v.last_seen, t.last),
      regressed_at = case when v.status = 'resolved' and t.last > v.last_seen then t.last else v.regressed_at end,
      status = case when v.status = 'resolved' and t.last > v.last_seen then 'open' else v.status end
    from unnest(
      ${ids}::text[],
      ${totals.map(({ count }) => count)}::bigint[],
      ${totals.map(({ first }) => first.toISOString())}::timestamptz[],
      ${totals.map(({ last }) => last.toISOString())}::timestamptz[]
    ) as t (id, count, first, last)
    where v.id = t.id`
}
