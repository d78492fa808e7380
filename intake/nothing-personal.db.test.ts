import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { planted } from '@/domain/traffic/mask/mask.cases'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { log } from '@/server/log/log'
import { collector } from '@/server/usecases/collector/collector'
import { importCalls } from '@/server/usecases/traffic/import-calls'
import { createEndpoint } from '@/server/usecases/violations/create-endpoint'
import { importViolations } from '@/server/usecases/violations/import-violations'
import { webhook } from '@/server/usecases/violations/webhook'
import { aFollowingSource } from '@/testing/a-following-source'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { everyText } from '@/testing/every-text'
import { intakeServer } from './intake-server'

const marked = 'kept secret'
const secrets = [...planted, { kind: 'what the plan marks', text: marked, secret: marked }]

let world: TestContext
let server: Server
let address: string
let source: Awaited<ReturnType<typeof aFollowingSource>>
let endpoint: { id: string; sharedSecret: string; writeKey?: string | undefined }
let written: string[]

beforeAll(async () => {
  await ensureThread(process.cwd())
  world = await testContext()
  const free = aRule('Free', {
    properties: {
      properties: { properties: { note: { labels: { pii: 'yes' } }, list: {} }, required: ['list'] },
    },
  })
  source = await aFollowingSource(world.ctx, [free])
  endpoint = await createEndpoint(world.ctx, { kind: 'events', source: source.sourceId })
  server = intakeServer({
    webhook: webhook(world.ctx),
    collector: collector(world.ctx),
    isHealthy: async () => true,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.drop()
})

beforeEach(() => {
  written = []
  const level = log.level
  log.level = 'trace'
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk))
    return true
  })
  onTestFinished(() => {
    spy.mockRestore()
    log.level = level
  })
})

const send = async (body: string, path = '/v1/batch') =>
  (await fetch(`${address}${path}`, { method: 'POST', body })).status

const deliver = async (body: string, secret = endpoint.sharedSecret, id = endpoint.id) => {
  const signature = createHmac('sha1', secret).update(body).digest('hex')
  const path = `${address}/api/webhooks/segment/${encodeURIComponent(id)}`
  return (await fetch(path, { method: 'POST', body, headers: { 'X-Signature': signature } })).status
}

/** Calls with a secret in each place where one may stand. */
const callsWith = ({ text }: { readonly text: string }) => [
  { event: 'Free', properties: { list: [{ deep: text }] } },
  { event: 'Free', context: { page: { url: `https://acme.com/?email=${text}` } } },
  { event: 'Free', properties: { [text]: 1 } },
  { event: `Viewed ${text}`, properties: {} },
  { event: 'Free', context: { app: { version: text }, traits: { [text]: text } } },
  { event: 'Unplanned', properties: { text }, traits: { [`a.${text}`]: 1 } },
  { event: 'Free', messageId: text, properties: {} },
]

let sent = 0
const asCall = (call: object) => {
  sent += 1
  return { type: 'track', userId: 'u', messageId: `secret-${sent}`, timestamp: world.ctx.now(), ...call }
}

const forwarded = (text: string) => {
  sent += 1
  return {
    type: 'track',
    event: 'Violation Generated',
    messageId: `forwarded-${sent}`,
    properties: {
      eventMessageID: text,
      eventName: 'Free',
      eventType: 'track',
      eventSentAt: world.ctx.now(),
      sourceID: source.sourceId,
      sourceName: 'Web shop',
      trackingPlanID: `rs_${source.workspaceId}`,
      violationDescription: `${text} is not in the plan`,
      violationField: `properties.${text}`,
      violationType: 'Unplanned Property',
      appVersion: text,
    },
  }
}

const foundIn = (text: string) =>
  secrets.filter(({ secret }) => text.includes(secret)).map(({ kind }) => kind)

describe('of secrets in calls and violations', () => {
  test('nothing stands in any column of the database, or in the log, when all goes well', async () => {
    const { writeKey } = endpoint
    const batch = planted.flatMap(callsWith).map(asCall)
    batch.push(asCall({ event: 'Free', properties: { note: marked } }))
    for (let i = 0; i < batch.length; i += 50)
      expect(await send(JSON.stringify({ writeKey, batch: batch.slice(i, i + 50) }))).toBe(200)
    for (const { text } of planted) {
      await deliver(JSON.stringify(forwarded(text)))
      const copy = asCall({
        event: 'Free',
        messageId: `copy ${text}`,
        properties: { list: text },
      })
      await deliver(
        JSON.stringify({ ...copy, context: { protocols: { sourceId: source.sourceId, violations: [] } } }),
      )
    }
    const asked = { plan: source.planId, source: source.sourceId, format: 'ndjson' as const, line: 1 }
    const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n')
    await importCalls(world.ctx, { ...asked, file: lines(planted.flatMap(callsWith).map(asCall)) })
    await importViolations(world.ctx, { ...asked, file: lines(planted.map(({ text }) => forwarded(text))) })
    const dump = await everyText(world.databaseUrl)
    expect(dump).toContain('secret-1')
    expect(foundIn(dump)).toEqual([])
    expect(written.join('')).toContain('"part":"webhook"')
    expect(foundIn(written.join(''))).toEqual([])
  })

  test('nothing stands in the log when bodies, signatures and addresses are bad', async () => {
    for (const { text } of planted) {
      const call = asCall({ event: 'Free', properties: { text } })
      const body = JSON.stringify({ writeKey: endpoint.writeKey, batch: [call] })
      await send(body.slice(0, -3))
      await send(text)
      await send(JSON.stringify({ writeKey: text, batch: [call] }))
      await send(body, `/v1/projects/${encodeURIComponent(text)}/settings`)
      await send(body, `/v1/${encodeURIComponent(text)}?email=${encodeURIComponent(text)}`)
      await deliver(JSON.stringify(forwarded(text)).slice(0, -3))
      await deliver(text)
      await deliver(JSON.stringify(forwarded(text)), 'another secret')
      await deliver(JSON.stringify(forwarded(text)), endpoint.sharedSecret, text)
    }
    expect(written.join('')).toContain('Delivery refused')
    expect(foundIn(written.join(''))).toEqual([])
    expect(foundIn(await everyText(world.databaseUrl))).toEqual([])
  })

  test('nothing stands in the log when the database refuses what is written', async () => {
    const refusing = ['occurrence', 'received_message', 'live_call', 'endpoint']
    await inDatabase(async (client) => {
      for (const table of refusing)
        await client.query(`alter table ${table} add constraint hurts check (false) not valid`)
    })
    onTestFinished(() =>
      inDatabase(async (client) => {
        for (const table of refusing) await client.query(`alter table ${table} drop constraint hurts`)
      }),
    )
    for (const { text } of planted) {
      const batch = callsWith({ text }).map(asCall)
      expect(await send(JSON.stringify({ writeKey: endpoint.writeKey, batch }))).toBe(500)
      expect(await deliver(JSON.stringify(forwarded(text)))).toBe(500)
    }
    expect(written.join('')).toContain('could not be committed')
    expect(foundIn(written.join(''))).toEqual([])
  })
})

const inDatabase = async (work: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  await work(client).finally(() => client.end())
}
