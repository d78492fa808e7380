import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import type { Role } from '@/domain/review/role'
import { startSandbox } from '@/sandbox/start-sandbox'
import { compose } from '@/server/compose'
import type { Context } from '@/server/ports/context'
import { readRunningSettings } from '@/server/settings/running-settings'
import { alertOfMoments } from '@/server/usecases/alerts/alert-of-moments'
import { createAlertRule } from '@/server/usecases/alerts/create-alert-rule'
import { listAlertDeliveries } from '@/server/usecases/alerts/list-alert-deliveries'
import { createChangeRequest } from '@/server/usecases/change-requests/create-change-request'
import { giveReview } from '@/server/usecases/change-requests/give-review'
import { publishChangeRequest } from '@/server/usecases/change-requests/publish-change-request'
import { readChangeRequest } from '@/server/usecases/change-requests/read-change-request'
import { submitChangeRequest } from '@/server/usecases/change-requests/submit-change-request'
import { listJobs } from '@/server/usecases/jobs/list-jobs'
import { readPlan } from '@/server/usecases/plans/read-plan'
import { connectWorkspace } from '@/server/usecases/workspaces/connect-workspace'
import { anOccurrence } from '@/testing/an-occurrence'
import { createTestDatabase } from '@/testing/database'

/** A connected workspace whose jobs wait for a worker, and a way to start real workers on it. */
const world = async (rules: number) => {
  const sandbox = await startSandbox({ history: false })
  onTestFinished(sandbox.close)
  const control = async (method: string, path: string, body?: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    })
    expect(answer.ok).toBe(true)
    return answer
  }
  const schema = { type: 'object', properties: { properties: { type: 'object' } } }
  const list = Array.from({ length: rules }, (_, i) => ({
    type: 'TRACK',
    key: `E${i}`,
    version: 1,
    jsonSchema: schema,
  }))
  await control('PUT', '/plans/tp_test/rules', { name: 'Test plan', rules: list })

  const database = await createTestDatabase()
  onTestFinished(database.drop)
  const environment = {
    DATABASE_URL: database.url,
    SECRET_KEY: randomBytes(32).toString('base64'),
    APP_URL: 'http://localhost:3000',
    LOG_LEVEL: 'info',
    ALERT_PRIVATE_ADDRESSES: 'allow',
  }
  const composition = compose(readRunningSettings(environment))
  onTestFinished(composition.close)
  const ctx = composition.contextFor({ kind: 'system', personId: null, name: 'Test' })
  await connectWorkspace(ctx, { token: 'sandbox', region: 'us', apiUrl: sandbox.url })

  const startWorker = (): ChildProcess => {
    const worker = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    onTestFinished(() => void worker.kill('SIGKILL'))
    return worker
  }
  const as = async (role: Role): Promise<Context> => {
    const personId = ctx.newId()
    const person = { id: personId, name: role, email: `${personId}@example.com`, role, demo: false }
    await ctx.transaction(({ people }) => people.add(person))
    return composition.contextFor({ kind: 'person', personId, name: role, role })
  }
  return { ctx, control, startWorker, as }
}

/** A worker that is taking jobs: it says so in its log, of which nobody reads more. */
const takingJobs = (worker: ChildProcess) =>
  new Promise<void>((resolve) => {
    let said = ''
    worker.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('takes jobs')) resolve()
    })
  })

test('a sync that is killed half-way is done by the next worker within a minute', {
  timeout: 120_000,
}, async () => {
  const { ctx, control, startWorker } = await world(1_500)
  const rulesPath = '^/tracking-plans/tp_test/rules$'
  await control('POST', '/faults', {
    match: { path: rulesPath },
    times: null,
    after: 3,
    do: 'delay',
    ms: 600_000,
  })
  const first = startWorker()
  const asked = async () => {
    const answer = await control('GET', '/faults')
    return JSON.stringify(await answer.json())
  }
  // The fourth page is being waited for: the read is half-way.
  await vi.waitFor(async () => expect(await asked()).toMatch(/"hits":[1-9]/), {
    timeout: 60_000,
    interval: 100,
  })
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({
    headVersion: null,
    rules: 0,
    lastSeenAt: null,
  })

  await control('DELETE', '/faults')
  const restarted = Date.now()
  startWorker()
  await vi.waitFor(
    async () =>
      expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({ headVersion: 1, rules: 1_500 }),
    { timeout: 60_000, interval: 200 },
  )
  expect(Date.now() - restarted).toBeLessThan(60_000)
  await vi.waitFor(
    async () => {
      const { data } = await listJobs(ctx, { limit: 50 })
      const sync = data.filter(({ kind, status }) => kind === 'sync-plan' && status === 'succeeded')
      expect(sync.map(({ progress }) => progress)).toContainEqual({
        done: 1_500,
        total: 1_500,
        unit: 'rules',
      })
      expect(sync.some(({ attempts }) => attempts === 2)).toBe(true)
    },
    { timeout: 10_000, interval: 200 },
  )
})

test('a publish that is killed half-way is done by the next worker within a minute', {
  timeout: 180_000,
}, async () => {
  const { ctx, control, startWorker, as } = await world(450)
  const first = startWorker()
  await vi.waitFor(
    async () => expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({ headVersion: 1 }),
    { timeout: 60_000, interval: 200 },
  )
  const schema = {
    type: 'object',
    description: 'Said at last',
    properties: { properties: { type: 'object' } },
  }
  const edits = Array.from({ length: 450 }, (_, i) => ({
    type: 'TRACK' as const,
    key: `E${i}`,
    version: 1,
    jsonSchema: schema,
  }))
  const author = await as('contributor')
  const draft = await createChangeRequest(author, { plan: 'tp_test', title: 'Describe all', edits })
  const request = { plan: 'tp_test', number: draft.number }
  await submitChangeRequest(author, request)
  const steward = await as('steward')
  await giveReview(steward, { ...request, verdict: 'approve', fingerprint: draft.fingerprint })
  // The first batch of 200 goes through; the second is never answered.
  await control('POST', '/faults', {
    match: { method: 'PATCH', path: '^/tracking-plans/tp_test/rules$' },
    times: null,
    after: 1,
    do: 'delay',
    ms: 600_000,
  })
  await publishChangeRequest(steward, request, { patienceMs: 60_000 })
  await vi.waitFor(
    async () =>
      expect(JSON.stringify(await (await control('GET', '/faults')).json())).toMatch(/"hits":[1-9]/),
    { timeout: 60_000, interval: 100 },
  )
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect(await readChangeRequest(steward, request)).toMatchObject({ status: 'publishing' })

  await control('DELETE', '/faults')
  const restarted = Date.now()
  startWorker()
  await vi.waitFor(
    async () =>
      expect(await readChangeRequest(steward, request)).toMatchObject({ status: 'published', version: 2 }),
    { timeout: 60_000, interval: 200 },
  )
  expect(Date.now() - restarted).toBeLessThan(60_000)
  const { rules } = await (await control('GET', '/plans/tp_test/rules')).json()
  expect(rules).toHaveLength(450)
  expect(
    rules.every((rule: { jsonSchema: typeof schema }) => rule.jsonSchema.description === 'Said at last'),
  ).toBe(true)
  expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({
    headVersion: 2,
    liveVersion: 2,
    drift: null,
  })
})

test('an alert whose worker is killed before it was answered goes out again under the same id', {
  timeout: 120_000,
}, async () => {
  const { ctx, startWorker, as } = await world(1)
  const ids: unknown[] = []
  const server = createServer((request, response) => {
    ids.push(request.headers['webhook-id'])
    // The first one is received, and its sender never hears of it.
    if (ids.length > 1) response.end('thanks')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  onTestFinished(() => server.closeAllConnections())
  const steward = await as('steward')
  const plan = await readPlan(ctx, { plan: 'tp_test' })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const asked = {
    workspace: plan.workspace.id,
    name: 'All',
    kinds: ['new'],
    target: { kind: 'webhook', url },
  }
  const { rule } = await createAlertRule(steward, CreateAlertRule.parse(asked))
  await ctx.transaction(({ violations }) =>
    violations.fold([anOccurrence(plan.id, { key: '1', at: ctx.now() })], {
      now: ctx.now(),
      newId: ctx.newId,
    }),
  )
  await alertOfMoments(ctx)

  const first = startWorker()
  await vi.waitFor(() => expect(ids).toHaveLength(1), { timeout: 60_000, interval: 50 })
  first.kill('SIGKILL')
  await once(first, 'exit')
  startWorker()
  await vi.waitFor(
    async () =>
      expect((await listAlertDeliveries(steward, { id: rule.id })).data).toMatchObject([
        { status: 'delivered', said: 'answered 200: thanks' },
      ]),
    { timeout: 60_000, interval: 200 },
  )
  expect(ids).toEqual([ids[0], ids[0]])
})

test.each([
  ['is asked to', (worker: ChildProcess) => void worker.kill('SIGTERM')],
  ['has lost whoever started it', (worker: ChildProcess) => worker.disconnect()],
])('a worker that %s stops by itself', { timeout: 60_000 }, async (_name, stop) => {
  const { startWorker } = await world(1)
  const worker = startWorker()
  await takingJobs(worker)
  stop(worker)
  expect(await once(worker, 'exit')).toEqual([0, null])
})
