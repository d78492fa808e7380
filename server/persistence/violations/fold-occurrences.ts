import type { Folded, Occurrence } from '@/server/ports/violation-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import { addCounts } from './add-counts'
import { addFirstMoments } from './add-first-moments'
import { addLate } from './add-late'
import { addSamples, samplesOf } from './add-samples'
import { addViolations } from './add-violations'
import { batchOf } from './batch'
import { type Candidate, type Fresh, hasViolation } from './fresh'
import { insertOccurrences } from './insert-occurrences'
import { earliestKept } from './kept-days'
import { lookUp } from './look-up'
import { reopenViolations } from './reopen-violations'
import { type Tally, tallyOf } from './tally'
import { waitForTurn } from './wait-for-turn'

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
  const { folded, candidates, groups, late, timely } = batchOf(occurrences, earliestKept(now))
  await waitForTurn(connection, candidates.length)
  const { day, known } = await lookUp(connection, candidates, groups, now)
  const unknown = known.size === 0 ? candidates : candidates.filter(({ key }) => !known.has(key))
  const isAllThere = [...groups.values()].every(({ violation }) => violation !== null)
  const added = isAllThere ? [] : await addViolations(connection, unknown, newId)
  const given = unknown.filter(hasViolation)
  if (given.length < unknown.length)
    throw new Error('A violation vanished while its occurrences were folded.')
  // Counted while the database writes, for nearly always all of them are kept.
  const countedOf = (kept: readonly Fresh[]): Counted => ({
    tally: tallyOf(asTheyCame(timely, kept)),
    samples: samplesOf(kept, now),
  })
  const counted = new Map<readonly Fresh[], Counted>()
  const fresh = await insertOccurrences(connection, day, given, (handed) => {
    counted.set(handed, countedOf(handed))
  })
  for (const { place } of fresh) folded[place] = 'counted'
  const { tally, samples } = counted.get(fresh) ?? countedOf(fresh)
  const sampled = new Set(samples.map(({ group }) => group.violation.id))
  const decided = await addCounts(connection, tally, sampled, now)
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

type Counted = { readonly tally: Tally; readonly samples: readonly Fresh[] }

/** By place instead of by key: to go through what is spread over memory takes several times longer. */
const asTheyCame = (timely: readonly Candidate[], fresh: readonly Fresh[]): readonly Fresh[] => {
  const places = new Set(fresh.map(({ place }) => place))
  return timely.filter((one): one is Fresh => hasViolation(one) && places.has(one.place))
}
