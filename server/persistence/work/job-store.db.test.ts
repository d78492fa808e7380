import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { JobStore } from '@/server/ports/job-store'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const within = <T>(work: (jobs: JobStore) => Promise<T>) => world.ctx.transaction(({ jobs }) => work(jobs))

const add = (jobs: JobStore, planId: string, more: { singleKey?: string; runAt?: string } = {}) =>
  jobs.add({ kind: 'sync-plan', payload: { planId }, subject: `plan:${planId}`, requestedBy: null, ...more })

const queueOf = async (jobId: string) => {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ payload: unknown; run_at: Date; task: string }>(
    `select payload, run_at, t.identifier as task from graphile_worker._private_jobs as j
     join graphile_worker._private_tasks as t on t.id = j.task_id where payload->>'jobId' = $1`,
    [jobId],
  )
  await client.end()
  return rows
}

it('adds the row and the entry in the queue together, or neither', async () => {
  const id = await within((jobs) => add(jobs, 'p1', { runAt: '2030-01-01T00:00:00.000Z' }))
  expect(await within((jobs) => jobs.find(id))).toMatchObject({
    kind: 'sync-plan',
    status: 'queued',
    attempts: 0,
    progress: null,
    subject: 'plan:p1',
  })
  expect(await queueOf(id)).toEqual([
    {
      task: 'sync-plan',
      payload: { jobId: id, payload: { planId: 'p1' } },
      run_at: new Date('2030-01-01T00:00:00.000Z'),
    },
  ])
  let lost = ''
  await expect(
    within(async (jobs) => {
      lost = await add(jobs, 'p1')
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  expect(await within((jobs) => jobs.find(lost))).toBeNull()
  expect(await queueOf(lost)).toEqual([])
})

it('gives all who add at once under one key the same job', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => within((jobs) => add(jobs, 'p2', { singleKey: 'race' }))),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await queueOf(ids[0] ?? '')).toHaveLength(1)
  expect(await within((jobs) => jobs.unfinished('race'))).toBe(ids[0])
})

it('adds a new job under a key whose job has ended', async () => {
  const first = await within((jobs) => add(jobs, 'p3', { singleKey: 'again' }))
  await within((jobs) => jobs.succeed(first, world.ctx.now(), null))
  expect(await within((jobs) => jobs.unfinished('again'))).toBeNull()
  expect(await within((jobs) => add(jobs, 'p3', { singleKey: 'again' }))).not.toBe(first)
})

it('goes back to the queue with the error shown, as one entry', async () => {
  const id = await within((jobs) => add(jobs, 'p4'))
  await within(async (jobs) => {
    await jobs.start(id, '2026-01-05T09:00:00.000Z')
    await jobs.retryLater(
      id,
      { code: 'segment-unavailable', message: 'Odd \0 words' },
      '2030-01-01T00:00:00.000Z',
    )
    await jobs.start(id, '2026-01-05T09:05:00.000Z')
  })
  expect(await within((jobs) => jobs.find(id))).toMatchObject({
    status: 'running',
    attempts: 2,
    startedAt: '2026-01-05T09:00:00.000Z',
    error: { code: 'segment-unavailable', message: 'Odd \0 words' },
  })
  expect((await queueOf(id)).map(({ run_at }) => run_at.toISOString())).toEqual(['2030-01-01T00:00:00.000Z'])
})

it('does not change a job that has ended', async () => {
  const id = await within((jobs) => add(jobs, 'p5'))
  await within((jobs) => jobs.fail(id, world.ctx.now(), { code: 'x', message: 'y' }))
  await within(async (jobs) => {
    await jobs.start(id, world.ctx.now())
    await jobs.progress(id, { done: 1, total: 2, unit: 'rules' })
    await jobs.succeed(id, world.ctx.now(), { done: true })
    await jobs.retryLater(id, { code: 'z', message: 'z' }, world.ctx.now())
  })
  expect(await within((jobs) => jobs.find(id))).toMatchObject({
    status: 'failed',
    attempts: 0,
    progress: null,
    error: { code: 'x' },
  })
})

it('lists newest first, page by page, and refuses a foreign cursor', async () => {
  const added = new Set<string>()
  for (let i = 0; i < 5; i += 1) added.add(await within((jobs) => add(jobs, 'p6')))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<JobStore['list']>> = await within((jobs) =>
      jobs.list({ status: 'queued', limit: 2, ...(cursor ? { cursor } : {}) }),
    )
    seen.push(...page.jobs.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen.filter((id) => added.has(id))).toEqual([...added].reverse())
  expect(new Set(seen).size).toBe(seen.length)
  await expect(within((jobs) => jobs.list({ limit: 2, cursor: 'WyJub3cil' }))).rejects.toMatchObject({
    failure: { code: 'malformed' },
  })
})

it('prunes what only looked, and keeps the record of a publish', async () => {
  const sync = await within((jobs) => add(jobs, 'p7'))
  const publish = await within((jobs) =>
    jobs.add({ kind: 'publish', payload: { planId: 'p7', number: 1 }, subject: null, requestedBy: null }),
  )
  await within(async (jobs) => {
    for (const id of [sync, publish]) await jobs.succeed(id, '2025-01-01T00:00:00.000Z', null)
    await jobs.prune('2025-02-01T00:00:00.000Z')
  })
  expect(await within((jobs) => jobs.find(sync))).toBeNull()
  expect(await within((jobs) => jobs.find(publish))).not.toBeNull()
})

it('waits without an attempt, not sooner than the queue can tell, and is woken', async () => {
  const id = await within((jobs) => add(jobs, 'p8', { runAt: '2030-01-01T00:00:00.000Z' }))
  await within(async (jobs) => {
    await jobs.start(id, world.ctx.now())
    await jobs.waitUntil(id, '2020-01-01T00:00:00.000Z')
  })
  expect(await within((jobs) => jobs.find(id))).toMatchObject({ status: 'queued', attempts: 0 })
  const [entry] = await queueOf(id)
  expect(Number(entry?.run_at)).toBeGreaterThan(Date.now() - 60_000)
  await within((jobs) => jobs.reschedule(id, '2031-01-01T00:00:00.000Z'))
  expect((await queueOf(id)).map(({ run_at }) => run_at.toISOString())).toEqual(['2031-01-01T00:00:00.000Z'])
})

it('leaves an entry alone that a worker holds, when its job is rescheduled', async () => {
  const id = await within((jobs) => add(jobs, 'p9'))
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  await client.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where key = $1`,
    [id],
  )
  await client.end()
  const [before] = await queueOf(id)
  await within((jobs) => jobs.reschedule(id, '2031-01-01T00:00:00.000Z'))
  expect(await queueOf(id)).toEqual([before])
  // The run itself finds that it has to wait: that is an entry of its own.
  await within((jobs) => jobs.waitUntil(id, '2032-01-01T00:00:00.000Z'))
  expect((await queueOf(id)).map(({ run_at }) => run_at.toISOString())).toContain('2032-01-01T00:00:00.000Z')
})

it('is cancelled with its entry, once', async () => {
  const id = await within((jobs) => add(jobs, 'p10', { singleKey: 'gone' }))
  await within((jobs) => jobs.cancel(id, world.ctx.now()))
  expect(await within((jobs) => jobs.find(id))).toMatchObject({ status: 'cancelled' })
  expect(await queueOf(id)).toEqual([])
  await within((jobs) => jobs.waitUntil(id, '2030-01-01T00:00:00.000Z'))
  expect(await queueOf(id)).toEqual([])
  expect(await within((jobs) => jobs.unfinished('gone'))).toBeNull()
})

it('takes a key that is free, and no other', async () => {
  const [one, other] = await within(async (jobs) => [await add(jobs, 'p11'), await add(jobs, 'p11')] as const)
  await within((jobs) => jobs.takeKey(one, 'writer'))
  expect(await within((jobs) => jobs.unfinished('writer'))).toBe(one)
  await expect(within((jobs) => jobs.takeKey(other, 'writer'))).rejects.toThrow()
})
