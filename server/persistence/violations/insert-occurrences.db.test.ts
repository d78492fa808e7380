import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { connectionBeneath } from '../connection'
import { type Database, openDatabase } from '../database'
import { batchOf } from './batch'
import { type Fresh, hasViolation } from './fresh'
import { insertOccurrences } from './insert-occurrences'
import { lookUp } from './look-up'

let world: TestContext
let database: Database
beforeAll(async () => {
  world = await testContext()
  database = openDatabase(world.databaseUrl, { poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await world.drop()
})

const folded = (occurrences: readonly Occurrence[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(occurrences, { now: world.ctx.now(), newId: world.ctx.newId }),
  )

/** Keeps them as if none was kept yet; tells how many were handed to the database each time. */
const keep = (occurrences: readonly Occurrence[]) =>
  database.prisma.$transaction(async (client) => {
    const connection = connectionBeneath(client)
    const { candidates, groups } = batchOf(occurrences, '')
    const { day } = await lookUp(connection, candidates, groups, world.ctx.now())
    const handed: number[] = []
    const kept = await insertOccurrences(
      connection,
      day,
      candidates.filter((one): one is Fresh => hasViolation(one)),
      ({ length }) => handed.push(length),
    )
    return { kept: kept.map(({ of }) => of.key).sort(), handed }
  })

test('what another writer kept since the look-up is left out by a second one, and the rest copied at once', async () => {
  const { planId } = await aPlan(world.ctx)
  const all = Array.from({ length: 1_200 }, (_, i) => anOccurrence(planId, { key: `${i}` }))
  const theirs = all.slice(0, 3)
  await folded(theirs)
  expect(await keep(all)).toEqual({
    kept: all
      .slice(3)
      .map(({ key }) => key)
      .sort(),
    // Without it, the same would be copied in vain again and again, and then be inserted the slow way.
    handed: [1_200, 1_197],
  })
  expect(await folded(all)).toEqual(all.map(() => 'duplicate'))
})
