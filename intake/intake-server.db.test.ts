import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { log } from '@/server/log/log'
import { collector } from '@/server/usecases/collector/collector'
import { createEndpoint } from '@/server/usecases/violations/create-endpoint'
import { webhook } from '@/server/usecases/violations/webhook'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { intakeServer } from './intake-server'

let world: TestContext
let server: Server
let address: string
let endpoint: { id: string; sharedSecret: string }
let planId: string
let workspaceId: string

const listening = async (started: Server) => {
  await once(started.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

beforeAll(async () => {
  world = await testContext({ now: '2026-01-05T09:30:00.000Z' })
  ;({ planId, workspaceId } = await aPlan(world.ctx))
  endpoint = await createEndpoint(world.ctx, { kind: 'violations', workspace: workspaceId })
  server = intakeServer({
    webhook: webhook(world.ctx),
    collector: collector(world.ctx),
    isHealthy: async () => true,
  })
  address = await listening(server)
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.drop()
})

const told = (messageId: string) => ({
  type: 'track',
  event: 'Violation Generated',
  messageId: `f-${messageId}`,
  properties: {
    eventMessageID: messageId,
    eventName: 'Seat Reserved',
    eventSentAt: '2026-01-05T09:05:00Z',
    eventType: 'track',
    sourceID: 'src1',
    sourceName: 'Web',
    trackingPlanID: `rs_${workspaceId}`,
    violationDescription: 'price is required',
    violationField: 'properties.price',
    violationType: 'Required',
  },
})

const post = (body: string, { secret = endpoint.sharedSecret, to = address, id = endpoint.id } = {}) =>
  fetch(`${to}/api/webhooks/segment/${id}`, {
    method: 'POST',
    body,
    headers: { 'X-Signature': createHmac('sha1', secret).update(body).digest('hex') },
  })

test('a signed delivery is answered once it is committed, and a repeated one changes nothing', async () => {
  const body = JSON.stringify(told('m1'))
  const answer = await post(body)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, late: 0, setAside: 0 })
  expect(await (await post(body)).json()).toEqual({ accepted: 0, duplicates: 1, late: 0, setAside: 0 })
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 5 }, world.ctx.now()),
  )
  expect(violations).toMatchObject([{ count: 1 }])
})

test.each<[string, () => Promise<Response>, number, string]>([
  ['a forged delivery', () => post('{}', { secret: 'guess' }), 401, 'bad-signature'],
  ['one for nobody', () => post('{}', { id: 'nobody' }), 404, 'not-found'],
  ['what is not understood', () => post('no json'), 422, 'invalid-input'],
  ['what is too large', () => post('x'.repeat(5 * 1024 * 1024 + 1)), 413, 'too-large'],
  ['another path', () => fetch(`${address}/settings`), 404, 'not-found'],
  ['another method', () => fetch(`${address}/api/webhooks/segment/${endpoint.id}`), 405, 'malformed'],
  ['a path that is none', () => fetch(`${address}/%E0%A4%A`), 400, 'malformed'],
])('%s is refused as the web server refuses it', async (_, ask, status, code) => {
  const answer = await ask()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({ status, code })
})

test('what turns out to be too large is refused, and what breaks off holds nothing', async () => {
  const part = new Uint8Array(1024 * 1024)
  const parts = (count: number, end: 'close' | 'error') => {
    let given = 0
    return new ReadableStream({
      pull: (stream) => {
        if (given < count) stream.enqueue(part)
        else if (end === 'close') stream.close()
        else stream.error(new Error('gone'))
        given += 1
      },
    })
  }
  const send = (body: ReadableStream) =>
    fetch(`${address}/api/webhooks/segment/${endpoint.id}`, {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
  const errors = vi.spyOn(log, 'error')
  // Each holds 4 MB until it breaks off: more than all may hold together, if it were not given back.
  for (let time = 0; time < 20; time += 1) await expect(send(parts(4, 'error'))).rejects.toThrow()
  const refused = await send(parts(6, 'close'))
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ code: 'too-large' })
  expect((await post(JSON.stringify(told('after')))).status).toBe(200)
  expect(errors).not.toHaveBeenCalled()
  errors.mockRestore()
})

test('more than may wait is refused before it is read, with the time to wait', async () => {
  let commit = () => {}
  const mayCommit = new Promise<void>((go) => {
    commit = go
  })
  let isHeld = false
  const held = webhook(
    {
      ...world.ctx,
      transaction: async (work) => {
        if (isHeld) await mayCommit
        return world.ctx.transaction(work)
      },
    },
    { items: 1 },
  )
  const full = intakeServer({ webhook: held, collector: collector(world.ctx), isHealthy: async () => true })
  const to = await listening(full)
  await post(JSON.stringify(told('known')), { to })
  isHeld = true
  const waiting = post(JSON.stringify(told('waits')), { to })
  const refused = async () => {
    // Only the head is sent: the answer comes without the body.
    const asking = request(`${to}/api/webhooks/segment/${endpoint.id}`, {
      method: 'POST',
      headers: { 'Content-Length': 1_000_000 },
    })
    asking.on('error', () => {})
    asking.flushHeaders()
    const [answer] = await Promise.race([once(asking, 'response'), waiting.then(() => [null])])
    asking.destroy()
    return answer && { status: answer.statusCode, retryAfter: answer.headers['retry-after'] }
  }
  await expect.poll(refused, { timeout: 20_000 }).toEqual({ status: 429, retryAfter: '1' })
  commit()
  expect((await waiting).status).toBe(200)
  full.closeAllConnections()
  full.close()
})

test('the collector is here too, and so is the health', async () => {
  const body = JSON.stringify({ batch: [], writeKey: 'unknown' })
  const answer = await fetch(`${address}/v1/batch`, { method: 'POST', body })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ success: true })
  expect(await (await fetch(`${address}/api/health`)).json()).toEqual({ status: 'ok', database: 'ok' })
})
