import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { openDatabase } from './database'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

it('rolls everything back on a throw, and hands the very error on', async () => {
  const { planId } = await aPlan(world.ctx)
  const error = new Error('no')
  const work = world.ctx.transaction(async ({ plans }) => {
    await plans.setLive(planId, 7)
    throw error
  })
  await expect(work).rejects.toBe(error)
  expect(await world.ctx.transaction(({ plans }) => plans.find(planId))).toMatchObject({ liveVersion: null })
})

it('gives what writes in bulk the connection of its own transaction, however many run at once', async () => {
  const { workspaceId } = await aPlan(world.ctx)
  const readOwn = async () => {
    const id = world.ctx.newId()
    return world.ctx.transaction(async ({ plans }) => {
      // Written by the typed client and read beneath it: nobody else sees it before the commit.
      await plans.upsert({
        newId: id,
        workspaceId,
        segmentId: `tp_${id}`,
        resourceSchemaId: `rs_${id}`,
        name: id,
        description: null,
      })
      return (await plans.named(workspaceId, `rs_${id}`))?.name === id
    })
  }
  expect(await Promise.all(Array.from({ length: 30 }, readOwn))).toEqual(Array(30).fill(true))
})

it('lets nobody use the connection of a transaction that is over', async () => {
  const find = async (ids: readonly string[]) => {
    const { endpoints } = await world.ctx.transaction(async (stores) => {
      await stores.endpoints.findMany(ids)
      return stores
    })
    return endpoints.findMany(ids)
  }
  await expect(find(['x'])).rejects.toThrow('The transaction is over.')
})

it('runs again what lost a deadlock', async () => {
  const [a, b] = [(await aPlan(world.ctx)).planId, (await aPlan(world.ctx)).planId]
  let runs = 0
  // Both hold their first plan before either asks for its second, but only in their first run.
  const arrived = [signal(), signal()]
  const cross = (turn: 0 | 1, first: string, second: string) =>
    world.ctx.transaction(async ({ plans }) => {
      runs += 1
      await plans.lock(first)
      arrived[turn]?.resolve()
      await arrived[1 - turn]?.promise
      await plans.lock(second)
      await plans.takeNumber(first)
    })
  await Promise.all([cross(0, a, b), cross(1, b, a)])
  expect(runs).toBe(3)
})

it('finds the database again after all connections were cut', async () => {
  const lost: Error[] = []
  const database = openDatabase(world.databaseUrl, {
    poolSize: 3,
    onConnectionLost: (error) => lost.push(error),
  })
  await Promise.all([1, 2, 3].map(() => database.prisma.$queryRaw`select 1 from pg_sleep(0.05)`))
  const killer = openDatabase(world.databaseUrl, { poolSize: 1 })
  await killer.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await killer.close()
  await expect.poll(() => lost.length).toBeGreaterThan(0)
  await expect
    .poll(async () => database.prisma.$queryRaw`select 1 as one`.catch(() => null))
    .toEqual([{ one: 1 }])
  await database.close()
})

it('reads instants as UTC whatever zone the server keeps', async () => {
  const database = openDatabase(world.databaseUrl, { poolSize: 1 })
  await database.pool.query(`alter role current_user set timezone to 'Asia/Kolkata'`)
  const other = openDatabase(world.databaseUrl, { poolSize: 1 })
  try {
    const written = await other.prisma.verification.create({
      data: {
        id: world.ctx.newId(),
        identifier: 'zone',
        value: 'x',
        expiresAt: new Date('2026-01-05T09:00:00.000Z'),
      },
    })
    const [row] = await other.prisma.$queryRaw<{ at: string }[]>`
      select to_char(expires_at at time zone 'UTC', 'HH24:MI') as at from verification where id = ${written.id}`
    expect(row?.at).toBe('09:00')
  } finally {
    await database.pool.query('alter role current_user reset timezone')
    await other.close()
    await database.close()
  }
})

const signal = () => {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
