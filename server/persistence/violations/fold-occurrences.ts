import type { Folded, Occurrence } from '@/server/ports/violation-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import { addCounts } from './add-counts'
import { addFirstMoments } from './add-first-moments'
import { addLate } from './add-late'
import { addSamples, samplesOf } from './add-samples'
import type { Candidate, Fresh } from './fresh'
import { insertOccurrences } from './insert-occurrences'
import { earliestKept } from './kept-days'
import { lookUp } from './look-up'
import { orderKeys } from './order-keys'
import { reopenViolations } from './reopen-violations'
import { storedKey } from './stored-key'
import { type Tally, tallyOf } from './tally'
import { violationsOf } from './violations-of'

/**
 * Folds a batch: what was counted before is left out, the rest is kept, and the counts are made of exactly what was
 * kept. Everything is written in the order of its key, so that parallel writers wait for each other and do not deadlock.
 *
 * @throws when the database gives up because of other writers (40P01, 40001): the transaction is to be run again
 */
export const foldOccurrences = async (
  client: Client,
  connection: Connection,
  occurrences: readonly Occurrence[],
  { now, newId }: { readonly now: string; readonly newId: () => string },
): Promise<readonly Folded[]> => {
  if (occurrences.length === 0) return []
  const { folded, candidates, late } = sorted(occurrences, earliestKept(now))
  const { day, known, violations: before } = await lookUp(connection, candidates, now)
  const unknown = candidates.filter(({ key }) => !known.has(key))
  const { violations, added } = await violationsOf(connection, unknown, before, newId)
  const given = unknown.map(({ of, key, place }) => ({ of, key, place, violation: violations(of) }))
  // Counted while the database writes, for nearly always all of them are kept.
  const counted = new Map<readonly Fresh[], Tally>()
  const fresh = await insertOccurrences(connection, day, given, (handed) => {
    counted.set(handed, tallyOf(handed))
  })
  for (const { place } of fresh) folded[place] = 'counted'
  const samples = samplesOf(fresh, now)
  const sampled = new Set(samples.map(({ violation }) => violation.id))
  const decided = await addCounts(connection, counted.get(fresh) ?? tallyOf(fresh), sampled, now)
  await addSamples(connection, samples)
  if (decided.length > 0) await reopenViolations(client, decided, newId)
  await addLate(connection, late, now)
  // Another writer kept all of its occurrences first, under another fingerprint: it never happened.
  if (added.length > 0) {
    await connection.run`delete from violation where id = any(${added}::text[]) and count = 0`
    await addFirstMoments(connection, added, newId)
  }
  return folded
}

/** The candidates by key, each key once; what is no candidate is a duplicate or late. */
const sorted = (occurrences: readonly Occurrence[], earliest: string) => {
  const folded: Folded[] = occurrences.map(({ at }) => (at < earliest ? 'late' : 'duplicate'))
  const timely = occurrences.flatMap((of, place): Candidate[] =>
    of.at < earliest ? [] : [{ of, key: storedKey(of), place }],
  )
  const candidates: Candidate[] = []
  for (const at of orderKeys(timely.map(({ key }) => key))) {
    const candidate = timely[at] as Candidate
    if (candidate.key !== candidates.at(-1)?.key) candidates.push(candidate)
  }
  return { folded, candidates, late: occurrences.filter(({ at }) => at < earliest) }
}
