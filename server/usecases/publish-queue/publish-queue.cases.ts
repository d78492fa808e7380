import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Policy } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import {
  edit,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from '../change-requests/publishing.cases'
import { checked } from '../checks/checked.cases'
import { listJobs } from '../jobs/list-jobs'
import { readPolicy } from '../policies/read-policy'
import { savePolicy } from '../policies/save-policy'
import { readPublishQueue } from './read-publish-queue'

// A Monday.
export const morning = '2026-01-05T09:00:00.000Z'
export const noon = '2026-01-05T12:00:00.000Z'

export let people: Publishing
export let bench: StartedPlan
export let database: Client

export const setNow = (at: string) => people.world.setNow(at)
export const ask = async (number: number, at?: string, ctx: Context = people.steward) =>
  (await publishChangeRequest(ctx, { ...bench.name(number), ...(at === undefined ? {} : { at }) })).jobId
export const cart = (description = 'Cart seen') => bench.approved([edit('Cart Viewed', schema(description))])
export const order = () => bench.approved([edit('Order Completed', schema('Paid'))])
export const refund = () => bench.approved([edit('Order Refunded', schema('Money back'))])
export const jobOf = async (number: number): Promise<string> => {
  const found = await people.world.ctx.transaction(({ changeRequests }) =>
    changeRequests.find(bench.plan.planId, number),
  )
  return found?.waiting?.jobId ?? `${found?.jobId}`
}

/** One run of a job as a worker does it. */
export const turn = async (number: number, mortal: (ctx: Context) => Context = (ctx) => ctx) => {
  const jobId = await jobOf(number)
  const end = await bench.run(number, jobId, mortal(bench.worker(jobId)))
  await people.world.ctx.transaction(async ({ jobs }) => {
    if ('done' in end) await jobs.succeed(jobId, people.world.ctx.now(), null)
    if ('failed' in end) await jobs.fail(jobId, people.world.ctx.now(), end.failed)
  })
  return end
}

/** Runs it, and the checks that it asks for, until it has an end. */
export const untilEnd = async (number: number) => {
  for (let times = 0; times < 8; times += 1) {
    const end = await turn(number)
    if (!('waits' in end) && !('retry' in end)) return end
    await checked(people.world.ctx, await bench.request(number))
  }
  throw new Error(`Change request ${number} waits and waits.`)
}
export const entriesOf = async (jobId: string) =>
  (
    await database.query<{ at: Date }>('select run_at as at from graphile_worker.jobs where key = $1', [
      jobId,
    ])
  ).rows.map(({ at }) => at)
export const sentences = async (number: number) =>
  (await bench.request(number)).timeline.map(({ sentence }) => sentence)
export const queue = async () =>
  (await readPublishQueue(people.author, { plan: bench.plan.planId })).data.map(
    ({ number, state }) => `${number} ${state}`,
  )
/** For what the jobs of these requests wait, as the list of jobs tells it. */
export const waitsOf = async (...numbers: readonly number[]) => {
  const { data } = await listJobs(people.author, { limit: 200 })
  const of = (number: number) =>
    data.find(({ waits }) => waits?.plan === bench.plan.planId && waits.number === number)?.waits
  return numbers.map(of)
}
export const setPolicy = async (change: Partial<Policy>) => {
  const { policy, revision } = await readPolicy(people.world.ctx, { plan: bench.plan.planId })
  return savePolicy(people.world.ctx, { plan: bench.plan.planId, policy: { ...policy, ...change }, revision })
}

/** It did not begin, for this reason; the request is as it was, and Segment was sent nothing. */
export const expectStopped = async (number: number, code: string, words: RegExp, status: string) => {
  const view = await bench.request(number)
  expect(view).toMatchObject({
    status,
    waiting: null,
    publishError: { code, message: expect.stringMatching(words) },
  })
  expect(view.timeline.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^did not publish it, and sent nothing: /),
  )
}

/** Before each test a connected plan on a Monday morning, and a worker that runs when it is told to. */
export const withPublishQueue = (): void => {
  beforeAll(async () => {
    people = await openPublishing()
    database = new Client({ connectionString: people.world.databaseUrl })
    await database.connect()
  })
  beforeEach(async () => {
    people.world.setNow(morning)
    bench = await people.start()
  })
  afterEach(() => bench.plan.close())
  afterAll(async () => {
    await database.end()
    await people.close()
  })
}
