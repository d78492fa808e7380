import { createHmac, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { composition } from '@/app/_entry/composition'
import { Problem } from '@/contracts/failure'
import { type Composition, compose } from '@/server/compose'
import { readRunningSettings } from '@/server/settings/running-settings'
import { keepAdministrator } from '@/server/usecases/start/keep-administrator'
import { createTestDatabase, type TestDatabase } from '@/testing/database'
import { reachableDatabase } from '@/testing/reachable-database'
import * as metricsRoute from '../metrics/route'
import * as healthRoute from './health/route'
import * as unsubscribeRoute from './unsubscribe/[token]/route'
import * as openapiRoute from './v1/openapi.json/route'
import * as webhookRoute from './webhooks/segment/[endpointId]/route'

const { GET: metrics } = metricsRoute
const { GET: health } = healthRoute
const { GET: openapi } = openapiRoute
const { POST: webhook } = webhookRoute

const adminToken = 'an-admin-token-of-more-than-32-characters'
const origin = 'http://127.0.0.1:3000'
const sharedSecret = 'a shared secret'
const endpointId = 'endpoint-of-this-test'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  process.env.SECRET_KEY = randomBytes(32).toString('base64')
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Test' })
  await keepAdministrator(ctx, { email: 'root@example.com', password: null, token: adminToken })
  await ctx.transaction(async ({ workspaces, endpoints, people }) => {
    const administrator = await people.findByEmail('root@example.com')
    await workspaces.add({
      id: 'workspace',
      segmentId: 'ws',
      name: 'Acme',
      slug: 'acme',
      region: 'us',
      apiUrl: 'http://127.0.0.1:1',
      tokenSealed: ctx.secrets.seal('none'),
      demo: false,
      problem: null,
      connectedAt: ctx.now(),
    })
    await endpoints.add({
      id: endpointId,
      workspaceId: 'workspace',
      kind: 'violations',
      sourceId: null,
      secretSealed: ctx.secrets.seal(sharedSecret),
      writeKey: null,
      createdBy: administrator?.id ?? '',
      createdAt: ctx.now(),
      deliveries: 0,
      lastDeliveryAt: null,
    })
  })
})

afterAll(async () => {
  await composition().close()
  await database.drop()
})

const beat = async (at: Date) => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query('delete from worker_heartbeat')
  await client.query('insert into worker_heartbeat (worker_id, started_at, beat_at) values ($1, $2, $2)', [
    'w',
    at,
  ])
  await client.end()
}

test('health tells a worker that is silent from one that is not', async () => {
  expect((await health()).status).toBe(503)
  await beat(new Date())
  const response = await health()
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'ok',
    worker: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
  await beat(new Date(Date.now() - 31_000))
  expect(await (await health()).json()).toMatchObject({ status: 'down', database: 'ok', worker: 'down' })
})

test('health says that the database is down, without a stack, and is well again with it', async () => {
  const way = await reachableDatabase(database.url)
  const shared = globalThis as { plumblineComposition?: Composition | undefined }
  const before = composition()
  const cutOff = compose(readRunningSettings({ ...process.env, DATABASE_URL: way.url }))
  onTestFinished(async () => {
    shared.plumblineComposition = before
    await cutOff.close()
    await way.cut()
  })
  shared.plumblineComposition = cutOff
  const down = await health()
  expect(down.status).toBe(503)
  expect(await down.json()).toEqual({
    status: 'down',
    database: 'down',
    worker: 'down',
    version: expect.any(String),
  })
  await beat(new Date())
  await way.restore()
  expect((await health()).status).toBe(200)
  await way.cut()
  expect((await health()).status).toBe(503)
  await way.restore()
  expect((await health()).status).toBe(200)
})

test('metrics are for this machine and for administrators', async () => {
  const from = (headers: Record<string, string>) => metrics(new Request(`${origin}/metrics`, { headers }))
  const here = await from({ 'X-Forwarded-For': '127.0.0.1' })
  expect(await here.text()).toContain('plumbline_process_cpu_seconds_total')
  expect((await from({ 'X-Forwarded-For': '203.0.113.7' })).status).toBe(401)
  expect((await from({ 'X-Forwarded-For': '127.0.0.1, 203.0.113.7' })).status).toBe(401)
  const administrator = { 'X-Forwarded-For': '203.0.113.7', Authorization: `Bearer ${adminToken}` }
  expect((await from(administrator)).status).toBe(200)
})

test('the description of the interface is open to everybody', async () => {
  expect(await (await openapi()).json()).toMatchObject({ openapi: '3.1.0', servers: [{ url: origin }] })
})

const deliver = (body: string, signature: string | null, id = endpointId) =>
  webhook(
    new Request(`${origin}/api/webhooks/segment/${id}`, {
      method: 'POST',
      headers: signature === null ? {} : { 'X-Signature': signature },
      body,
    }),
    { params: Promise.resolve({ endpointId: id }) },
  )

const signatureOf = (body: string) => createHmac('sha1', sharedSecret).update(body).digest('hex')

test.each([
  ['unsigned', '{}', null, 401, 'bad-signature'],
  ['forged', '{}', signatureOf('{ }'), 401, 'bad-signature'],
  ['signed garbage', '{"some":"thing"}', signatureOf('{"some":"thing"}'), 422, 'invalid-input'],
  ['signed, and no JSON', 'no json', signatureOf('no json'), 422, 'invalid-input'],
  ['too large', 'x'.repeat(6 * 1024 * 1024), null, 413, 'too-large'],
])('a delivery that is %s is refused', async (_, body, signature, status, code) => {
  const response = await deliver(body, signature)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ status, code })
})

test.each([
  ['/metrics', metricsRoute.POST, 'GET'],
  ['/api/health', healthRoute.DELETE, 'GET'],
  ['/api/v1/openapi.json', openapiRoute.PUT, 'GET'],
  ['/api/webhooks/segment/any', webhookRoute.GET, 'POST'],
])('%s says which method it takes', async (path, handler, allowed) => {
  const response = await handler(new Request(`${origin}${path}`))
  expect(response.headers.get('allow')).toBe(allowed)
  expect(Problem.parse(await response.json())).toMatchObject({ status: 405, code: 'malformed' })
})

test('the collector answers as Segment does, to pages of any origin', async () => {
  const { POST: collect, OPTIONS: ask } = await import('../v1/[...call]/route')
  const call = (...path: string[]) => ({ params: Promise.resolve({ call: path }) })
  const post = (body: string) => new Request(`${origin}/v1/track`, { method: 'POST', body })
  const taken = await collect(post('{"event":"A","userId":"u","writeKey":"unknown"}'), call('track'))
  expect([taken.status, await taken.json()]).toEqual([200, { success: true }])
  expect(taken.headers.get('access-control-allow-origin')).toBe('*')
  expect((await collect(post('{'), call('track'))).status).toBe(400)
  expect((await collect(post(`"${'x'.repeat(600_000)}"`), call('b'))).status).toBe(400)
  const preflight = await ask(new Request(`${origin}/v1/t`, { method: 'OPTIONS' }), call('t'))
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    204,
    expect.stringContaining('Authorization'),
  ])
})

test('an address that is not there is not found', async () => {
  expect((await deliver('{}', signatureOf('{}'), 'none')).status).toBe(404)
})

test('the link of a letter asks first, and its button ends the letters of that person alone', async () => {
  const ctx = composition().contextFor({ kind: 'system', personId: null, name: 'Test' })
  const [personId, other] = [ctx.newId(), ctx.newId()]
  await ctx.transaction(async ({ people, digests }) => {
    for (const id of [personId, other]) {
      const email = `${id.toLowerCase()}@example.com`
      await people.add({ id, name: 'Ann', email, role: 'viewer', demo: false })
      const time = {
        weekday: 'mon',
        hour: 8,
        timeZone: 'UTC',
        toldAt: ctx.now(),
        nextAt: ctx.now(),
      } as const
      await digests.save({ personId: id, every: 'day', ...time })
    }
  })
  const has = (id: string) => ctx.transaction(async ({ digests }) => (await digests.find(id)) !== null)
  const press = (token: string) =>
    unsubscribeRoute.POST(new Request(`${origin}/api/unsubscribe/x`, { method: 'POST' }), {
      params: Promise.resolve({ token }),
    })

  const asked = unsubscribeRoute.GET()
  expect(asked.status).toBe(200)
  expect(asked.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; style-src 'unsafe-inline'/,
  )
  expect(asked.headers.get('referrer-policy')).toBe('no-referrer')
  const page = await asked.text()
  expect(page).toMatch(/<form method="post"><button>Stop them<\/button><\/form>/)
  expect(page).not.toContain('<script')
  expect(await has(personId)).toBe(true)

  expect((await press('somebody.else')).status).toBe(404)
  expect(await has(personId)).toBe(true)
  const token = ctx.secrets.unsubscribeToken(personId)
  for (const _ of ['once', 'once more']) {
    const ended = await press(token)
    expect(ended.status).toBe(200)
    expect(await ended.text()).toContain('You get no more letters')
  }
  expect([await has(personId), await has(other)]).toEqual([false, true])
})
