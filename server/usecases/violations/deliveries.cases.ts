import { createHmac } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { Failed } from '@/contracts/failed'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { type TestContext, testContext } from '@/testing/context'
import { createEndpoint } from './create-endpoint'
import { listViolations } from './list-violations'
import { type DeliveryReceiver, deliveryReceiver } from './receive-delivery'

export let world: TestContext
export let receiver: DeliveryReceiver

/** A world of its own for a file, and what takes deliveries in it. */
export const withDeliveries = (): void => {
  beforeAll(async () => {
    world = await testContext({ now: '2026-01-05T09:30:00.000Z' })
    receiver = deliveryReceiver(world.ctx)
  })
  afterAll(() => world.drop())
}

const schema = {
  type: 'object',
  properties: {
    properties: {
      type: 'object',
      properties: {
        price: { type: 'number' },
        products: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
      },
    },
  },
}

/** A workspace with one plan that plans `Seat Reserved`, and an endpoint for its violations. */
export const aPlan = async () => {
  const { ctx } = world
  const workspaceId = ctx.newId()
  const planId = ctx.newId()
  const tag = planId.toLowerCase()
  await ctx.transaction(async (stores) => {
    await stores.workspaces.add({
      id: workspaceId,
      segmentId: `ws_${tag}`,
      name: 'Acme',
      slug: 'acme',
      region: 'us',
      apiUrl: 'http://127.0.0.1:1',
      tokenSealed: ctx.secrets.seal('token'),
      demo: false,
      problem: null,
      connectedAt: ctx.now(),
    })
    await stores.plans.upsert({
      workspaceId,
      segmentId: `tp_${tag}`,
      resourceSchemaId: `rs_${tag}`,
      name: 'Booking',
      description: null,
      newId: planId,
    })
    const reading = ruleFromText({ type: 'TRACK', key: 'Seat Reserved', version: 1 }, JSON.stringify(schema))
    if (!reading.ok) throw new Error('the schema of the test does not parse')
    await stores.plans.lock(planId)
    await stores.rules.writeVersion(planId, {
      version: 1,
      at: ctx.now(),
      by: 'Segment',
      note: 'First import',
      changeRequest: null,
      steps: [{ kind: 'add', rule: reading.rule }],
    })
  })
  const endpoint = await createEndpoint(ctx, { kind: 'violations', workspace: workspaceId })
  return { planId, resourceSchemaId: `rs_${tag}`, ...endpoint }
}

export type Told = {
  messageId?: string
  field?: string
  type?: string
  description?: string
  event?: string
  plan?: string
  appVersion?: string
  sourceId?: string
  sourceName?: string
}

export const forwarded = (plan: string, told: Told = {}) => ({
  type: 'track',
  event: 'Violation Generated',
  userId: 'schema-violations',
  messageId: `forward-${Math.random()}`,
  timestamp: '2026-01-05T09:10:00.000Z',
  context: { library: { name: 'unknown', version: 'unknown' } },
  properties: {
    appVersion: told.appVersion ?? '4.2.0',
    eventMessageID: told.messageId ?? 'm-1',
    eventName: told.event ?? 'Seat Reserved',
    eventSentAt: '2026-01-05T09:05:00Z',
    eventTimestamp: '0001-01-01T00:00:00Z',
    eventType: 'track',
    sourceID: told.sourceId ?? 'src1',
    sourceName: told.sourceName ?? 'Web',
    sourceSlug: 'web',
    trackingPlanID: told.plan ?? plan,
    trackingPlanName: 'Booking',
    violationDescription: told.description ?? 'Invalid type. Expected: number, given: string',
    violationField: told.field ?? 'properties.price',
    violationType: told.type ?? 'Invalid Type',
  },
})

export const deliver = (
  endpoint: { id: string; sharedSecret: string },
  body: unknown,
  rawBody = JSON.stringify(body),
) => {
  const signed = Array.isArray(body) ? JSON.stringify(body[0]) : rawBody
  const signature = createHmac('sha1', endpoint.sharedSecret).update(signed).digest('hex')
  return receiver.receive({ endpointId: endpoint.id, rawBody, signature })
}

export const violationsOf = async (plan: string) =>
  (await listViolations(world.ctx, { plan, limit: 50 })).data

export const codeOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.catch((thrown: unknown) => thrown)
  return error instanceof Failed ? error.failure.code : error
}
