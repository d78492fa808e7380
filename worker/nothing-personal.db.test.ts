import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import { defaultPolicy } from '@/domain/review/policy'
import { planted } from '@/domain/traffic/mask/mask.cases'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { type Composition, compose } from '@/server/compose'
import { log } from '@/server/log/log'
import type { Actor, Context } from '@/server/ports/context'
import type { JobWorker } from '@/server/ports/job-runner'
import { readRunningSettings } from '@/server/settings/running-settings'
import { createAlertRule } from '@/server/usecases/alerts/create-alert-rule'
import { importCalls } from '@/server/usecases/traffic/import-calls'
import { importViolations } from '@/server/usecases/violations/import-violations'
import { aFollowingSource } from '@/testing/a-following-source'
import { aRule } from '@/testing/a-rule'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { everyText } from '@/testing/every-text'
import { jobHandlers } from './handlers'
import { periodicTasks } from './periodic-tasks'

let database: TestDatabase
let composition: Composition
let ctx: Context
let worker: JobWorker
let source: Awaited<ReturnType<typeof aFollowingSource>>
/** What the receiver of alerts was sent. */
const posted: string[] = []
const receiver = createServer((request, response) => {
  request.setEncoding('utf8')
  request.on('data', (chunk) => posted.push(chunk))
  // A receiver that repeats what it was sent, as some do.
  request.on('end', () => response.writeHead(posted.length % 2 === 0 ? 500 : 200).end(posted.at(-1)))
})
const written: string[] = []
const spy = vi.spyOn(process.stdout, 'write')

/** Segment has counted names as they were sent, personal or not. */
const withCounts = (made: Context): Context => ({
  ...made,
  segment: (connection) => ({
    ...made.segment(connection),
    eventVolume: async (_sourceId, from) => ({
      ok: true,
      value: planted.map(({ text }) => ({
        ...{ hour: from, eventType: 'track', eventName: `Viewed ${text}`, reason: '' },
        ...{ appVersion: text, count: 1 },
      })),
    }),
    blockedEvents: async () => ({ ok: true, value: [] }),
  }),
})
const contextFor = (actor: Actor) => withCounts(composition.contextFor(actor))

beforeAll(async () => {
  await ensureThread(process.cwd())
  await once(receiver.listen(0, '127.0.0.1'), 'listening')
  database = await createTestDatabase()
  composition = compose(
    readRunningSettings({
      DATABASE_URL: database.url,
      SECRET_KEY: randomBytes(32).toString('base64'),
      APP_URL: 'http://localhost:3000',
      ALERT_PRIVATE_ADDRESSES: 'allow',
    }),
    { poolSize: 12 },
  )
  log.level = 'trace'
  spy.mockImplementation((chunk) => {
    written.push(String(chunk))
    return true
  })
  ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Test' })
  const properties = { properties: { properties: { list: {} }, required: ['list'] } }
  source = await aFollowingSource(ctx, [aRule('Free', { properties, labels: { team: 'web' } })])
  const token = ctx.secrets.seal('token')
  await inDatabase((client) => client.query('update workspace set token_sealed = $1', [token]))
  const ownership = { name: 'Web', type: null, key: null, label: { name: 'team', value: 'web' }, group: 'g' }
  await ctx.transaction(({ policies }) =>
    policies.save(source.planId, { policy: { ...defaultPolicy, ownerships: [ownership] }, revision: 1 }),
  )
  const asked = {
    workspace: source.workspaceId,
    name: 'All',
    kinds: ['new', 'regressed', 'spike', 'blocked'],
    perHour: 1,
    target: { kind: 'webhook', url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}` },
  }
  await createAlertRule(ctx, CreateAlertRule.parse(asked))
  worker = await composition.runJobs({
    handlers: jobHandlers(contextFor),
    // At no time by themselves: this test says when.
    periodic: periodicTasks(ctx).map((task) => ({ ...task, cron: '0 0 1 1 *' })),
    concurrency: 4,
  })
}, 60_000)
afterAll(async () => {
  await worker.stop()
  spy.mockRestore()
  receiver.closeAllConnections()
  receiver.close()
  await composition.close()
  await database.drop()
})

const inDatabase = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  return work(client).finally(() => client.end())
}

let sent = 0
const id = (prefix: string) => {
  sent += 1
  return `${prefix}-${sent}`
}
const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')

/** Calls and violations come in from files, with a secret in each place where one may stand. */
const arrive = async () => {
  const calls = planted.flatMap(({ text }) => [
    { event: 'Free', properties: { list: [{ deep: text }], [text]: 1 } },
    { event: 'Free', properties: {}, context: { app: { version: text } } },
    { event: `Viewed ${text}`, properties: { text } },
  ])
  const violations = planted.map(({ text }) => ({
    eventMessageID: text,
    eventName: 'Free',
    eventType: 'track',
    eventSentAt: ctx.now(),
    sourceID: source.sourceId,
    sourceName: 'Web shop',
    trackingPlanID: `rs_${source.workspaceId}`,
    violationDescription: `${text} is not in the plan`,
    violationField: `properties.${text}`,
    violationType: 'Unplanned Property',
    appVersion: text,
  }))
  const asked = { plan: source.planId, source: source.sourceId, format: 'ndjson' as const, line: 1 }
  const call = { type: 'track', userId: 'u', timestamp: ctx.now() }
  const called = calls.map((one) => ({ ...call, messageId: id('call'), ...one }))
  expect((await importCalls(ctx, { ...asked, file: lines(called) })).taken).toBe(calls.length)
  const told = violations.map((properties) => ({
    ...{ type: 'track', event: 'Violation Generated', messageId: id('told'), properties },
  }))
  await importViolations(ctx, { ...asked, file: lines(told) })
}

/** What the worker does by itself, but for asking Segment which plans and sources there are. */
const tasks = () => periodicTasks(ctx).filter(({ name }) => !/^schedule-(syncs|workspaces)$/.test(name))

/** Has every task run once, and what it put into the queue, too; a task that failed is not tried again. */
const allJobs = async () => {
  await ctx.transaction(({ jobs }) =>
    jobs.add({
      ...{ kind: 'pull-metrics', payload: { workspaceId: source.workspaceId }, requestedBy: null },
      subject: `workspace:${source.workspaceId}`,
    }),
  )
  await inDatabase(async (client) => {
    for (const { name } of tasks())
      await client.query('select graphile_worker.add_job($1, max_attempts => 1)', [name])
    const waiting = () =>
      client.query(
        `select task_identifier from graphile_worker.jobs
         where attempts = 0 and run_at <= now() or locked_at is not null`,
      )
    await vi.waitFor(async () => expect((await waiting()).rows).toEqual([]), {
      timeout: 60_000,
      interval: 100,
    })
  })
}

const foundIn = (text: string) =>
  planted.filter(({ secret }) => text.includes(secret)).map(({ kind }) => kind)

/** The first lines that tell a secret. */
const telling = (texts: readonly string[]) => texts.filter((text) => foundIn(text).length > 0).slice(0, 20)

describe('of secrets in calls and violations', { timeout: 120_000 }, () => {
  test('nothing stands in the log, the database or an alert when all jobs go well', async () => {
    await arrive()
    await allJobs()
    await allJobs()
    const logged = written.join('')
    expect(logged).toContain('Job ran')
    expect(written.filter((line) => line.includes('unexpectedly'))).toEqual([])
    expect(posted.join('')).toContain('Free')
    expect(telling(written)).toEqual([])
    expect(telling(posted)).toEqual([])
    const dump = await everyText(database.url)
    expect(dump).toContain('route-owners')
    expect(telling(dump.split('\n'))).toEqual([])
  })

  test('nothing stands in the log, or on a job, when the database refuses what jobs write', async () => {
    const refusing = await inDatabase(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select quote_ident(table_name) as name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE'
           and table_name <> 'job' and table_name !~ '^occurrence_[0-9]'`,
      )
      await client.query(`update violation set owners = null, origin = null, status = 'ignored', status_at = now(),
        reason = 'A test', ignore_until = now()`)
      for (const { name } of rows)
        await client.query(`alter table ${name} add constraint hurts check (false) not valid`)
      return rows.map(({ name }) => name)
    })
    written.length = 0
    await allJobs()
    await inDatabase(async (client) => {
      for (const name of refusing) await client.query(`alter table ${name} drop constraint hurts`)
    })
    const logged = written.join('')
    expect(logged).toContain('hurts')
    for (const name of ['route-owners', 'settle-violations', 'explain-violations'])
      expect(logged).toContain(name)
    expect(telling(written)).toEqual([])
    expect(telling((await everyText(database.url)).split('\n'))).toEqual([])
  })
})
