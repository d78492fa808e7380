import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { abandonPublish } from './abandon-publish'
import { Killed, killedAt } from './killed-at.cases'
import {
  everyKind,
  everyKindBack,
  expectNothingMissing,
  expectNothingTwice,
  heldAfter,
  openPublishing,
  type Publishing,
  type StartedPlan,
} from './publishing.cases'
import { requestSubject } from './request-subject'

let people: Publishing
let bench: StartedPlan
beforeAll(async () => {
  people = await openPublishing()
})
beforeEach(async () => {
  bench = await people.start()
})
afterEach(() => bench.plan.close())
afterAll(() => people.close())

const untilKilled = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error
  })

const summaryOf = async (number: number) => {
  const entries = await people.world.ctx.transaction(({ audit }) =>
    audit.ofSubject(requestSubject(bench.plan.planId, number)),
  )
  return entries.find(({ action }) => action === 'publish-succeeded')?.details.summary
}

test('a publish that is killed at any boundary is gone on with from the database, and sends nothing twice', {
  timeout: 180_000,
}, async () => {
  let at = 0
  for (let isAlive = false; !isAlive; ) {
    at += 1
    const isThere = at % 2 === 1
    const number = await bench.approved(isThere ? everyKind : everyKindBack)
    const begun = (await bench.plan.states()).length - 1
    const death = killedAt(at)
    await untilKilled(
      (async () => {
        const jobId = await bench.claim(number, death.mortal(people.steward))
        await bench.run(number, jobId, death.mortal(bench.worker(jobId)))
      })(),
    )
    isAlive = death.isAlive()
    if (!isAlive) {
      const { status, jobId } = await bench.request(number)
      // Killed before the claim stood: the person presses again.
      const claimed = status === 'approved' ? await bench.claim(number) : `${jobId}`
      expect(await bench.run(number, claimed), `killed at ${at}`).toHaveProperty('done')
    }
    // However often it was begun, it tells what all of it did.
    expect(await summaryOf(number), `killed at ${at}`).toBe('1 added, 1 updated, 1 renamed, 1 removed')
    const { status, jobId } = await bench.request(number)
    expect(status).toBe('published')
    expect(await bench.planNow()).toEqual({ head: at + 1, live: at + 1 })
    const states = (await bench.plan.states()).slice(begun)
    expectNothingMissing(states)
    expectNothingTwice(states)
    expect(states).toHaveLength(3)
    expect(Object.keys(await bench.plan.held()).sort()).toEqual(
      isThere ? heldAfter : ['Cart Viewed', 'Left As It Is', 'Order Completed', 'Order Refunded'],
    )
    await bench.jobEnds(`${jobId}`)
  }
  expect(at).toBeGreaterThan(25)
})

test('giving up that is killed again and again, each time later, ends with what Segment held before', async () => {
  const body = { errors: [{ type: 'input-validation', message: 'no removals' }] }
  const before = await bench.plan.held()
  const number = await bench.approved(everyKind)
  await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'DELETE' } })
  const failing = await bench.claim(number)
  expect(await bench.run(number, failing)).toMatchObject({ failed: { code: 'segment-refused' } })
  await bench.jobEnds(failing)

  const begun = (await bench.plan.states()).length - 1
  let kills = 0
  for (let isAlive = false; !isAlive; kills += 1) {
    const death = killedAt(kills + 1)
    const { jobId } = await bench.request(number)
    await untilKilled(
      jobId === failing
        ? abandonPublish(death.mortal(people.steward), bench.name(number))
        : bench.run(number, `${jobId}`, death.mortal(bench.worker(`${jobId}`))),
    )
    isAlive = death.isAlive()
  }
  expect(kills).toBeGreaterThan(8)
  expect((await bench.request(number)).status).toBe('closed')
  expect(await bench.planNow()).toEqual({ head: 3, live: 3 })
  const states = (await bench.plan.states()).slice(begun)
  expectNothingMissing(states)
  expectNothingTwice(states)
  const held = await bench.plan.held()
  expect(Object.keys(held).sort()).toEqual(Object.keys(before).sort())
  expect(held).toMatchObject(before)
})

test('a database that goes away before any commit stops the run, and the next one goes on', async () => {
  const number = await bench.approved(everyKind)
  const begun = (await bench.plan.states()).length - 1
  const jobId = await bench.claim(number)
  let losses = 0
  for (let ended = null; ended === null; ) {
    let transactions = 0
    const { transaction, ...rest } = bench.worker(jobId)
    const losing: Context = {
      ...rest,
      transaction: (work) =>
        transaction(async (stores) => {
          const written = await work(stores)
          transactions += 1
          if (transactions === losses + 1) await cutConnections()
          return written
        }),
    }
    ended = await bench.run(number, jobId, losing).catch(() => null)
    if (ended === null) losses += 1
  }
  expect(losses).toBeGreaterThan(5)
  expect((await bench.request(number)).status).toBe('published')
  const states = (await bench.plan.states()).slice(begun)
  expectNothingMissing(states)
  expectNothingTwice(states)
  expect(Object.keys(await bench.plan.held()).sort()).toEqual(heldAfter)
})

/** Ends every connection to the database but this one, as a restart of the server does. */
const cutConnections = async () => {
  const client = new Client({ connectionString: people.world.databaseUrl })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}
