import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
let planId: string
beforeEach(async () => {
  world = await testContext()
  planId = (await aPlan(world.ctx)).planId
})
afterEach(() => world.drop())

const occurrence = (key: string, at: string): Occurrence => ({
  key,
  fingerprint: 'one',
  planId,
  ruleType: 'TRACK',
  ruleKey: 'Order Completed',
  ruleVersion: 1,
  pointer: '/properties/total',
  schemaPointer: null,
  type: 'required',
  rawType: 'Required',
  message: 'total is required',
  messageId: key,
  at,
  hour: `${at.slice(0, 13)}:00:00.000Z`,
  sourceId: 'web',
  sourceName: 'Web',
  appVersion: '1',
  library: '',
})

const foldAt = (now: string, key: string, at = now) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold([occurrence(key, at)], { now, newId: world.ctx.newId }),
  )

const keepDaysAt = (now: string) => world.ctx.transaction(({ violations }) => violations.keepDays(now))

const rows = async (sql: string) => {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  const answer = await client.query(sql)
  await client.end()
  return answer.rows
}

const days = async () =>
  (
    await rows(
      `select inhrelid::regclass::text as part from pg_inherits where inhparent = 'occurrence'::regclass order by 1`,
    )
  ).map(({ part }) => part)

test('room is made for the days to come, and twice is as good as once', async () => {
  await keepDaysAt('2026-02-27T10:00:00.000Z')
  await keepDaysAt('2026-02-27T10:00:00.000Z')
  expect(await days()).toEqual(['occurrence_20260227', 'occurrence_20260228', 'occurrence_20260301'])
})

test('arrivals need nobody who makes room first, also after weeks without a worker', async () => {
  expect(await foldAt('2026-01-05T09:00:00.000Z', 'a')).toEqual(['counted'])
  expect(await foldAt('2026-03-20T09:00:00.000Z', 'b')).toEqual(['counted'])
  expect(await days()).toEqual(['occurrence_20260105', 'occurrence_20260320'])
})

test('what is older than 35 days is forgotten; counts and samples stay', async () => {
  await foldAt('2026-01-05T23:00:00.000Z', 'a')
  await foldAt('2026-01-06T01:00:00.000Z', 'b')
  expect(await keepDaysAt('2026-02-10T00:00:00.000Z')).toEqual(['2026-01-05'])
  expect(await keepDaysAt('2026-02-10T00:00:00.000Z')).toEqual([])
  expect(await foldAt('2026-02-10T00:00:00.000Z', 'b', '2026-01-06T01:00:00.000Z')).toEqual(['duplicate'])
  expect(await foldAt('2026-02-10T00:00:00.000Z', 'a', '2026-01-05T23:00:00.000Z')).toEqual(['late'])
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 5 }, '2026-02-10T00:00:00.000Z'),
  )
  expect(violations).toMatchObject([{ count: 2, samples: [{ messageId: 'b' }, { messageId: 'a' }] }])
})

test('what came late is counted for 35 days after it came', async () => {
  const long = '2025-11-01T00:00:00.000Z'
  for (const day of ['2026-01-05', '2026-01-06']) await foldAt(`${day}T23:00:00.000Z`, day, long)
  await keepDaysAt('2026-02-09T23:59:59.000Z')
  expect(await rows('select day::text from late_arrival order by day')).toHaveLength(2)
  await keepDaysAt('2026-02-10T00:00:00.000Z')
  expect(await rows('select day::text, count::int from late_arrival')).toEqual([
    { day: '2026-01-06', count: 1 },
  ])
})

test('a writer whose clock is behind writes into the day that has begun', async () => {
  await foldAt('2026-01-06T00:00:01.000Z', 'a')
  expect(await foldAt('2026-01-05T23:59:59.000Z', 'b')).toEqual(['counted'])
  expect(await rows('select distinct day::text from occurrence')).toEqual([{ day: '2026-01-06' }])
})

test('a day begins when nobody writes into the day before any more', async () => {
  await foldAt('2026-01-05T12:00:00.000Z', 'x')
  const order: string[] = []
  let commit = () => {}
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve
  })
  let folded = () => {}
  const hasFolded = new Promise<void>((resolve) => {
    folded = resolve
  })
  const before = world.ctx.transaction(async ({ violations }) => {
    const now = '2026-01-05T23:59:59.990Z'
    const result = await violations.fold([occurrence('a', now)], { now, newId: world.ctx.newId })
    folded()
    await mayCommit
    order.push('before')
    return result
  })
  await hasFolded
  const after = foldAt('2026-01-06T00:00:00.010Z', 'a').then((result) => {
    order.push('after')
    return result
  })
  const waits = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  await expect.poll(async () => (await rows(waits))[0].n, { timeout: 20_000 }).toBe(1)
  commit()
  expect(await before).toEqual(['counted'])
  expect(await after).toEqual(['duplicate'])
  expect(order).toEqual(['before', 'after'])
})

test('the counts and samples of a violation go with its plan', async () => {
  await foldAt('2026-01-05T12:00:00.000Z', 'a')
  const tables = ['violation_hour', 'violation_total', 'violation_sample']
  const kept = () => Promise.all(tables.map(async (table) => (await rows(`select * from ${table}`)).length))
  expect(await kept()).toEqual([1, 1, 1])
  await rows(`delete from plan where id = '${planId}'`)
  expect(await kept()).toEqual([0, 0, 0])
})

test('what is known is looked up, and never read whole', async () => {
  const now = '2026-03-02T10:00:00.000Z'
  const many = (from: number) =>
    Array.from({ length: 2_000 }, (_, place) => occurrence(`message ${from + place}`, now))
  const fold = (batch: readonly Occurrence[]) =>
    world.ctx.transaction(({ violations }) => violations.fold(batch, { now, newId: world.ctx.newId }))
  await fold(many(0))
  await rows('analyze occurrence')
  // In a transaction of its own, which counts for itself how it reads.
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  await client.query('begin')
  const known = await client.query(
    `select cardinality(string_to_array(known, ',')) as count
     from occurrences_look_up('2026-03-02', array(select key from occurrence order by key limit 1500), '{}')`,
  )
  const before = await client.query(
    `select seq_scan::int as scans from pg_stat_xact_user_tables where relname = 'occurrence_20260302'`,
  )
  const strangers = 'array(select gen_random_uuid() from generate_series(1, 1500))'
  // Asked often, a function keeps one plan for all calls.
  for (let time = 0; time < 8; time += 1) {
    await client.query(`select * from occurrences_look_up('2026-03-02', ${strangers}, '{}')`)
    await client.query(`select occurrence_keys_known('2026-03-02', ${strangers})`)
  }
  const after = await client.query(
    `select seq_scan::int as scans from pg_stat_xact_user_tables where relname = 'occurrence_20260302'`,
  )
  await client.end()
  expect(known.rows[0].count).toBe(1_500)
  expect(after.rows[0].scans).toBe(before.rows[0].scans)
})
