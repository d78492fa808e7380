import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll } from 'vitest'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { aFollowingSource } from '@/testing/a-following-source'
import { type TestContext, testContext } from '@/testing/context'
import { createEndpoint } from '../violations/create-endpoint'
import { type Collector, collector } from './collector'

export let world: TestContext
export let port: number
let stop: () => Promise<void>

export const rule = (type: Rule['type'], key: string | null, schema: unknown, version = 1): Rule => {
  const reading = ruleFromText({ type, key, version }, JSON.stringify(schema))
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}

export const properties = (planned: unknown, more: object = {}) => ({
  properties: { properties: { type: 'object', properties: planned, ...more } },
})

export const seat = rule(
  'TRACK',
  'Seat Reserved',
  properties({ price: { type: 'number' } }, { required: ['price'] }),
)
export const seatTwo = rule('TRACK', 'Seat Reserved', properties({ price: { type: 'string' } }), 2)

/** A source that follows a plan, and the write key of an endpoint for it. */
export const aSource = async (rules: readonly Rule[], settings: Record<string, unknown> | null = null) => {
  const source = await aFollowingSource(world.ctx, rules, settings)
  const endpoint = await createEndpoint(world.ctx, { kind: 'events', source: source.sourceId })
  const { id: endpointId, sharedSecret, writeKey = '' } = endpoint
  return { ...source, endpointId, sharedSecret, writeKey }
}

export const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  const response = await fetch(`http://127.0.0.1:${port}/v1/${path}`, {
    method: 'POST',
    body: sent as BodyInit,
    headers,
  })
  return { status: response.status, answer: await response.json() }
}

export const violationsOf = async (planId: string) =>
  (
    await world.ctx.transaction(({ violations }) => violations.page({ planId, limit: 50 }, world.ctx.now()))
  ).violations.map(({ rule: of, type, pointer, count }) => [of.key, type, pointer, count])

export const trafficOf = (planId: string) =>
  world.ctx.transaction(async ({ traffic }) => ({
    calls: (await traffic.page(planId, { limit: 500 })).calls,
    strata: await traffic.strata(planId),
    totals: await traffic.totals(planId, {}),
  }))

/** A collector that listens, for all tests of a file. */
export const withCollector = (): void => {
  beforeAll(async () => {
    await ensureThread(process.cwd())
    world = await testContext()
    let shared: Collector | undefined
    const server = createServer(async (request, response) => {
      shared ??= collector(world.ctx)
      const answer = await shared.answer({
        method: request.method ?? '',
        path: (request.url ?? '').replace('/v1/', '').split('/').map(decodeURIComponent),
        authorization: request.headers.authorization ?? null,
        contentEncoding: request.headers['content-encoding'] ?? null,
        body: () => buffer(request),
      })
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
    stop = () => new Promise((closed) => server.close(() => closed()))
  })
  afterAll(async () => {
    await stop()
    await world.drop()
  })
}
