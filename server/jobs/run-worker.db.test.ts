import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobView } from '@/contracts/job'
import { type Database, openDatabase } from '@/server/persistence/database'
import type { JobHandlers, JobRun, JobWorker, PeriodicTask } from '@/server/ports/job-runner'
import { type TestContext, testContext } from '@/testing/context'
import { reachableDatabase } from '@/testing/reachable-database'
import { beat } from './heartbeat'
import { runWorker, type WorkerNeeds } from './run-worker'

let world: TestContext
let database: Database
const workers: JobWorker[] = []

beforeEach(async () => {
  world = await testContext()
  database = openDatabase(world.databaseUrl, { poolSize: 12 })
})

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await database.close()
  await world.drop()
})

describe('a worker', () => {
  it('runs a job, shows its progress and keeps its result', async () => {
    await work({
      'sync-plan': async (run) => {
        await run.progress({ done: 3, total: 3, unit: 'rules' })
        return { done: { planId: run.payload.planId } }
      },
    })
    const job = await ended(await add('p1'))
    expect(job).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      progress: { done: 3, total: 3, unit: 'rules' },
      result: { planId: 'p1' },
    })
    expect(job.error).toBeUndefined()
  })

  it('comes back to a job that asked for it, and forgets the error once it is done', async () => {
    await work({
      'sync-plan': async ({ attempt }) =>
        attempt === 1
          ? { retry: { code: 'rate-limited', message: 'Later.', afterMs: 10 } }
          : { done: attempt },
    })
    expect(await ended(await add('p1'))).toMatchObject({ status: 'succeeded', attempts: 2, result: 2 })
  })

  it('keeps the reason of a job that failed, and does not try it again', async () => {
    const runs = await work({
      'sync-plan': async () => ({ failed: { code: 'segment-refused', message: 'No.' } }),
    })
    const job = await ended(await add('p1'))
    expect(job).toMatchObject({ status: 'failed', error: { code: 'segment-refused', message: 'No.' } })
    expect(runs).toHaveLength(1)
    expect(await queued()).toBe(0)
  })

  it('tries a job again that threw, and shows no stack on it', async () => {
    await work({
      'sync-plan': async ({ attempt }) => {
        if (attempt === 1) throw new Error('secret detail')
        return { done: null }
      },
    })
    const id = await add('p1')
    await until(async () => (await read(id)).error !== undefined)
    const waiting = await read(id)
    expect(waiting.error?.code).toBe('unexpected')
    expect(waiting.error?.message).not.toContain('secret detail')
    expect((await ended(id)).status).toBe('succeeded')
  })

  it('takes over the jobs of a process of this host that is gone, at once', async () => {
    const id = await add('p1')
    // A killed worker leaves this: a locked entry, a running row and a fresh heartbeat.
    const goneProcess = 2 ** 22 + 7
    const pool = `pool-${randomUUID()}`
    await takeAway(pool)
    await world.ctx.transaction(({ jobs }) => jobs.start(id, world.ctx.now()))
    await beat(database.pool, `${hostname()}:${goneProcess}:${pool}`)
    await work({ 'sync-plan': async ({ attempt }) => ({ done: attempt }) })
    expect(await ended(id)).toMatchObject({ status: 'succeeded', attempts: 2, result: 2 })
  })

  it('leaves the jobs of a living worker on another host alone', async () => {
    const id = await add('p1')
    const pool = `pool-${randomUUID()}`
    await takeAway(pool)
    await beat(database.pool, `elsewhere:1:${pool}`)
    await work({})
    // Another job of the same kind shows that the worker looked for work.
    await ended(await add('p2'))
    expect((await read(id)).status).toBe('queued')
  })

  it('takes over from a worker elsewhere that has been silent for half a minute', async () => {
    const id = await add('p1')
    const pool = `pool-${randomUUID()}`
    await takeAway(pool)
    await beat(database.pool, `elsewhere:1:${pool}`)
    await database.pool.query(`update worker_heartbeat set beat_at = now() - interval '31 seconds'`)
    await work({})
    expect((await ended(id)).status).toBe('succeeded')
  })

  it('lets a running job end when it is stopped', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const runs = await work({
      'sync-plan': async () => {
        await finished
        return { done: 'whole' }
      },
    })
    const id = await add('p1')
    await until(async () => runs.length === 1)
    const stopped = workers.splice(0)[0]?.stop()
    finish()
    await stopped
    expect(await read(id)).toMatchObject({ status: 'succeeded', result: 'whole' })
    expect((await database.pool.query('select 1 from worker_heartbeat')).rowCount).toBe(0)
  })

  it('survives that all its connections are cut', async () => {
    await work({ 'sync-plan': async () => ({ done: null }) })
    expect((await ended(await add('p1'))).status).toBe('succeeded')
    const killer = openDatabase(world.databaseUrl, { poolSize: 1 })
    await killer.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await killer.close()
    const id = await until(() => add('p2').catch(() => null))
    expect((await ended(id)).status).toBe('succeeded')
  })

  it('waits for a database that is not there when it starts', async () => {
    const way = await reachableDatabase(world.databaseUrl)
    const late = openDatabase(way.url, { poolSize: 12 })
    const starting = work({}, [], { pool: late.pool })
    const id = await add('p1')
    await way.restore()
    await starting
    expect((await ended(id)).status).toBe('succeeded')
    await Promise.all(workers.splice(0).map((worker) => worker.stop()))
    await late.close()
    await way.cut()
  })

  it('stops waiting for it when it is asked to', async () => {
    const way = await reachableDatabase(world.databaseUrl)
    const never = openDatabase(way.url, { poolSize: 12 })
    const stopping = new AbortController()
    const starting = work({}, [], { pool: never.pool, signal: stopping.signal })
    stopping.abort()
    await starting
    await never.close()
  })

  it('knows the time of periodic work', async () => {
    await work({}, [{ name: 'schedule-nothing', cron: '*/5 * * * *', run: async () => {} }])
    const { rows } = await database.pool.query(
      'select identifier from graphile_worker._private_known_crontabs',
    )
    expect(rows).toEqual([{ identifier: 'schedule-nothing' }])
  })
})

const work = async (
  handlers: Partial<JobHandlers>,
  periodic: PeriodicTask[] = [],
  other: Partial<WorkerNeeds> = {},
) => {
  const runs: JobRun<'sync-plan'>[] = []
  const idle = async () => ({ done: null })
  const syncPlan = handlers['sync-plan'] ?? idle
  workers.push(
    await runWorker({
      pool: database.pool,
      transaction: world.ctx.transaction,
      handlers: {
        'sync-workspace': idle,
        publish: idle,
        'publish-ours': idle,
        'pull-metrics': idle,
        'run-checks': idle,
        replay: idle,
        'connect-route': idle,
        'disconnect-route': idle,
        'deliver-alert': idle,
        'send-digest': idle,
        ...handlers,
        'sync-plan': (run) => {
          runs.push(run)
          return syncPlan(run)
        },
      },
      periodic,
      concurrency: 2,
      log: pino({ level: 'silent' }),
      ...other,
    }),
  )
  return runs
}

const add = (planId: string) =>
  world.ctx.transaction(({ jobs }) =>
    jobs.add({ kind: 'sync-plan', payload: { planId }, subject: null, requestedBy: null }),
  )

const read = async (id: string): Promise<JobView> => {
  const job = await world.ctx.transaction(({ jobs }) => jobs.find(id))
  if (!job) throw new Error('no such job')
  return job
}

const ended = (id: string): Promise<JobView> =>
  until(async () => {
    const job = await read(id).catch(() => null)
    return job && (job.status === 'succeeded' || job.status === 'failed') ? job : null
  })

/** Does to the queue what a worker does that takes everything and dies. */
const takeAway = (pool: string) =>
  database.pool.query('update graphile_worker._private_jobs set locked_at = now(), locked_by = $1', [pool])

const queued = async (): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker.jobs',
  )
  return rows[0]?.n ?? 0
}

const until = async <T>(look: () => Promise<T | null | false>): Promise<T> => {
  const deadline = Date.now() + 30_000
  for (;;) {
    const seen = await look()
    if (seen !== null && seen !== false) return seen
    if (Date.now() > deadline) throw new Error('It did not come about within 30 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
