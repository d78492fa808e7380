import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
let client: Client
beforeAll(async () => {
  world = await testContext()
  client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await world.drop()
})

const fold = (planId: string, seen: readonly (readonly [pointer: string, at: string])[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(
      seen.map(([pointer, at], key) =>
        anOccurrence(planId, {
          fingerprint: `${planId} ${pointer}`,
          pointer,
          at,
          key: `${pointer} ${key} ${at}`,
        }),
      ),
      { now: world.ctx.now(), newId: world.ctx.newId },
    ),
  )

const atSecond = (second: number) => `2026-01-05T08:30:${String(second).padStart(2, '0')}.000Z`

it('a violation that is counted again within its minute leaves every index as it is', async () => {
  const { planId } = await aPlan(world.ctx)
  await fold(planId, [['/a', atSecond(1)]])
  const { rows } = await client.query('select id from violation where plan_id = $1', [planId])
  const again = async (at: string) => {
    await client.query(
      `select violations_add(array[$1], array[1], array[$2]::timestamptz[], array[$2]::timestamptz[], array[null]::timestamptz[],
        array[1], array['/properties/a'])`,
      [rows[0].id, at],
    )
    // Of this transaction alone.
    const counted = await client.query(
      `select pg_stat_get_xact_tuples_updated(t)::int as updated, pg_stat_get_xact_tuples_hot_updated(t)::int as "inPlace"
       from (select 'violation'::regclass::oid as t) as of`,
    )
    return counted.rows[0]
  }
  await client.query('begin')
  expect(await again(atSecond(40))).toEqual({ updated: 1, inPlace: 1 })
  expect(await again('2026-01-05T08:31:00.000Z')).toEqual({ updated: 2, inPlace: 1 })
  await client.query('rollback')
})

it('lists go by the minute and then by the id, on every page', async () => {
  const { planId } = await aPlan(world.ctx)
  const pointers = Array.from({ length: 8 }, (_, at) => `/p${at}`)
  await fold(
    planId,
    pointers.map((pointer, at) => [pointer, atSecond(10 + at)]),
  )
  await fold(planId, [['/later', '2026-01-05T08:31:02.000Z']])
  const walk = async () => {
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.ctx.transaction(({ violations }) =>
        violations.page({ planId, limit: 2, ...(cursor ? { cursor } : {}) }, world.ctx.now()),
      )
      ids.push(...page.violations.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    return ids
  }
  const { rows } = await client.query(
    `select id from violation where plan_id = $1 order by (pointer = '/later') desc, id desc`,
    [planId],
  )
  expect(await walk()).toEqual(rows.map(({ id }) => id))
})
