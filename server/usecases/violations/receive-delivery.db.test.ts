import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Failed } from '@/contracts/failed'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { type TestContext, testContext } from '@/testing/context'
import { createEndpoint } from './create-endpoint'
import { deleteEndpoint } from './delete-endpoint'
import { listViolations } from './list-violations'
import { readViolationSeries } from './read-violation-series'
import { type DeliveryReceiver, deliveryReceiver } from './receive-delivery'
import { rotateEndpoint } from './rotate-endpoint'

let world: TestContext
let receiver: DeliveryReceiver
beforeAll(async () => {
  world = await testContext({ now: '2026-01-05T09:30:00.000Z' })
  receiver = deliveryReceiver(world.ctx)
})
afterAll(() => world.drop())

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
const aPlan = async () => {
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

type Told = {
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

const forwarded = (plan: string, told: Told = {}) => ({
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

const deliver = (
  endpoint: { id: string; sharedSecret: string },
  body: unknown,
  rawBody = JSON.stringify(body),
) => {
  const signed = Array.isArray(body) ? JSON.stringify(body[0]) : rawBody
  const signature = createHmac('sha1', endpoint.sharedSecret).update(signed).digest('hex')
  return receiver.receive({ endpointId: endpoint.id, rawBody, signature })
}

const violationsOf = async (plan: string) => (await listViolations(world.ctx, { plan, limit: 50 })).data

const codeOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.catch((thrown: unknown) => thrown)
  return error instanceof Failed ? error.failure.code : error
}

test('a forwarded violation is counted once, however often it is delivered', async () => {
  const plan = await aPlan()
  const body = forwarded(plan.resourceSchemaId)
  expect(await deliver(plan, body)).toEqual({ accepted: 1, duplicates: 0, late: 0, setAside: 0 })
  expect(await deliver(plan, body)).toEqual({ accepted: 0, duplicates: 1, late: 0, setAside: 0 })
  expect(await deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'm-2' }))).toMatchObject({
    accepted: 1,
  })
  expect(await violationsOf(plan.planId)).toMatchObject([
    {
      rule: { type: 'TRACK', key: 'Seat Reserved', version: 1 },
      pointer: '/properties/price',
      schemaPointer: '/properties/properties/properties/price',
      type: 'invalid-type',
      rawType: 'Invalid Type',
      status: 'open',
      count: 2,
      firstSeen: '2026-01-05T09:05:00.000Z',
      sources: [{ id: 'src1', name: 'Web', count: 2 }],
      appVersions: [{ version: '4.2.0', count: 2 }],
    },
  ])
})

test('what was remembered of a violation is not taken for a later version of the plan', async () => {
  const plan = await aPlan()
  const told = { field: 'properties.coupon.code' }
  await deliver(plan, forwarded(plan.resourceSchemaId, { ...told, messageId: 'before' }))
  // From version 2 on, the name holds a dot.
  const properties = { 'coupon.code': { type: 'number' } }
  const next = { type: 'object', properties: { properties: { type: 'object', properties } } }
  const reading = ruleFromText({ type: 'TRACK', key: 'Seat Reserved', version: 1 }, JSON.stringify(next))
  if (!reading.ok) throw new Error('the schema of the test does not parse')
  await world.ctx.transaction(async (stores) => {
    await stores.plans.lock(plan.planId)
    await stores.rules.writeVersion(plan.planId, {
      ...{ version: 2, at: world.ctx.now(), by: 'Ann', note: 'Dots', changeRequest: null },
      steps: [{ kind: 'change', rule: reading.rule }],
    })
  })
  await deliver(plan, forwarded(plan.resourceSchemaId, { ...told, messageId: 'after' }))
  const found = await violationsOf(plan.planId)
  expect(found.map(({ pointer }) => pointer).sort()).toEqual([
    '/properties/coupon.code',
    '/properties/coupon/code',
  ])
})

test('an index in the field is folded, so that one constraint is one violation', async () => {
  const plan = await aPlan()
  await deliver(
    plan,
    forwarded(plan.resourceSchemaId, { messageId: 'a', field: 'properties.products.0.sku' }),
  )
  await deliver(
    plan,
    forwarded(plan.resourceSchemaId, { messageId: 'b', field: 'properties.products.7.sku' }),
  )
  const [violation, ...others] = await violationsOf(plan.planId)
  expect(others).toEqual([])
  expect(violation).toMatchObject({ pointer: '/properties/products/*/sku', count: 2 })
})

test('of an array only the signed first element changes anything; the others are kept as unsigned', async () => {
  const plan = await aPlan()
  const body = [
    forwarded(plan.resourceSchemaId, { messageId: 'x' }),
    forwarded(plan.resourceSchemaId, { messageId: 'y' }),
  ]
  expect(await deliver(plan, body)).toEqual({ accepted: 1, duplicates: 0, late: 0, setAside: 1 })
  const kept = await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(plan.id, 10))
  expect(kept).toMatchObject([{ reason: 'unsigned' }])
  expect(kept[0]?.body).toContain('"y"')
})

test('a batch as large as Segment makes them is answered at once, the newest of it kept', async () => {
  const plan = await aPlan()
  const body = Array.from({ length: 4_000 }, (_, i) =>
    forwarded(plan.resourceSchemaId, { messageId: `batch-${i}` }),
  )
  const started = process.cpuUsage()
  expect(await deliver(plan, body)).toEqual({ accepted: 1, duplicates: 0, late: 0, setAside: 3_999 })
  // Segment waits five seconds for a Webhooks destination; of a busy machine a part of them is ours.
  const { user, system } = process.cpuUsage(started)
  expect((user + system) / 1_000).toBeLessThan(3_000)
  const kept = await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(plan.id, 2_000))
  expect(kept).toHaveLength(1_000)
})

test('violations that an event carries itself are counted, once with the forwarded ones', async () => {
  const plan = await aPlan()
  await deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'same' }))
  const event = {
    type: 'track',
    event: 'Seat Reserved',
    messageId: 'same',
    timestamp: '2026-01-05T09:00:00.000Z',
    context: {
      protocols: {
        sourceId: 'src1',
        violations: [
          {
            type: 'Invalid Type',
            field: 'properties.price',
            description: 'Invalid type. Expected: number, given: string',
          },
        ],
      },
    },
  }
  // The event does not name its plan: the source does.
  await world.ctx.transaction(async (stores) => {
    const found = await stores.plans.find(plan.planId)
    await stores.sources.replace(found?.workspaceId ?? '', [
      {
        id: 'src1',
        workspaceId: found?.workspaceId ?? '',
        planId: plan.planId,
        name: 'Web',
        slug: 'web',
        kind: 'JavaScript',
        platform: 'web',
        destinations: [],
        enabled: true,
        settings: null,
        seenAt: world.ctx.now(),
      },
    ])
  })
  expect(await deliver(plan, event)).toEqual({ accepted: 0, duplicates: 1, late: 0, setAside: 0 })
  expect(await deliver(plan, { ...event, messageId: 'other' })).toMatchObject({ accepted: 1 })
})

test('a forged delivery is refused and leaves nothing behind', async () => {
  const plan = await aPlan()
  const body = forwarded(plan.resourceSchemaId)
  expect(await codeOf(deliver({ ...plan, sharedSecret: 'guess' }, body))).toBe('bad-signature')
  expect(
    await codeOf(receiver.receive({ endpointId: plan.id, rawBody: JSON.stringify(body), signature: null })),
  ).toBe('bad-signature')
  expect(await violationsOf(plan.planId)).toEqual([])
  expect(await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(plan.id, 10))).toEqual([])
})

test.each([
  ['no JSON', 'not json at all'],
  ['no event', '{"hello":"world"}'],
  ['null', 'null'],
  ['an incomplete violation', '{"type":"track","event":"Violation Generated","properties":{}}'],
])('what is signed but not understood (%s) is refused and kept for inspection', async (_, rawBody) => {
  const plan = await aPlan()
  const signature = createHmac('sha1', plan.sharedSecret).update(rawBody).digest('hex')
  expect(await codeOf(receiver.receive({ endpointId: plan.id, rawBody, signature }))).toBe('invalid-input')
  const kept = await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(plan.id, 10))
  expect(kept).toHaveLength(1)
  expect(kept[0]?.body).toBe(rawBody)
})

test('a violation of a plan that nobody knows is kept for inspection, not lost', async () => {
  const plan = await aPlan()
  const body = forwarded('rs_unknown')
  expect(await codeOf(deliver(plan, body))).toBe('invalid-input')
  const kept = await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(plan.id, 10))
  expect(kept).toHaveLength(1)
})

test('hostile text is stored, and does no harm', async () => {
  const plan = await aPlan()
  const hostile = forwarded(plan.resourceSchemaId, {
    event: 'x\u0000\ud800 "; drop table violation; --',
    field: '__proto__.0.',
  })
  expect(await deliver(plan, hostile)).toMatchObject({ accepted: 1 })
  expect(await violationsOf(plan.planId)).toMatchObject([{ count: 1, rule: { version: null } }])
})

test.each(['event', 'appVersion', 'sourceId', 'sourceName', 'messageId', 'field'])(
  'an endless %s is stored too',
  async (name) => {
    const plan = await aPlan()
    // Compressed, it would fit into an index.
    const endless = Array.from({ length: 3_000 }, () => randomUUID()).join('')
    expect(await deliver(plan, forwarded(plan.resourceSchemaId, { [name]: endless }))).toMatchObject({
      accepted: 1,
    })
  },
)

test('counts stand per hour', async () => {
  const plan = await aPlan()
  await deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'h1' }))
  await deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'h2' }))
  const [violation] = await violationsOf(plan.planId)
  const series = await readViolationSeries(world.ctx, { id: violation?.id ?? '', by: 'total' })
  expect(series.data).toEqual([{ hour: '2026-01-05T09:00:00.000Z', by: '', count: 2, volume: null }])
  expect(
    await codeOf(
      readViolationSeries(world.ctx, { id: violation?.id ?? '', by: 'total', from: '2026-01-06T00:00:00Z' }),
    ),
  ).toBe('invalid-input')
})

test('only an administrator makes endpoints', async () => {
  const steward = await world.as('steward')
  expect(await codeOf(createEndpoint(steward, { kind: 'violations' }))).toBe('not-allowed')
})

const signedBy = (secret: string, id: string, body: unknown) => {
  const rawBody = JSON.stringify(body)
  return { endpointId: id, rawBody, signature: createHmac('sha1', secret).update(rawBody).digest('hex') }
}

test('deliveries that come at the same time are committed together, each with its own answer', async () => {
  const plan = await aPlan()
  const transactions: number[] = []
  const counting = deliveryReceiver({
    ...world.ctx,
    transaction: (work) => {
      transactions.push(1)
      return world.ctx.transaction(work)
    },
  })
  const told = (messageId: string) => forwarded(plan.resourceSchemaId, { messageId })
  await counting.receive(signedBy(plan.sharedSecret, plan.id, told('first')))
  transactions.length = 0
  const answers = await Promise.allSettled([
    counting.receive(signedBy(plan.sharedSecret, plan.id, told('g1'))),
    counting.receive(signedBy(plan.sharedSecret, plan.id, told('g1'))),
    counting.receive(signedBy(plan.sharedSecret, plan.id, { hello: 'world' })),
    counting.receive(signedBy(plan.sharedSecret, plan.id, told('g2'))),
    counting.receive(signedBy(plan.sharedSecret, plan.id, told('first'))),
    counting.receive(signedBy('guess', plan.id, told('g3'))),
  ])
  expect(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.failure.code)),
  ).toEqual([
    { accepted: 1, duplicates: 0, late: 0, setAside: 0 },
    { accepted: 0, duplicates: 1, late: 0, setAside: 0 },
    'invalid-input',
    { accepted: 1, duplicates: 0, late: 0, setAside: 0 },
    { accepted: 0, duplicates: 1, late: 0, setAside: 0 },
    'bad-signature',
  ])
  expect(transactions).toHaveLength(1)
  const endpoints = await world.ctx.transaction((stores) => stores.endpoints.findMany([plan.id]))
  expect(endpoints).toMatchObject([{ deliveries: 6 }])
})

test('a secret ends at once when it is rotated, and the new one works at once', async () => {
  const plan = await aPlan()
  const body = forwarded(plan.resourceSchemaId)
  expect(await deliver(plan, body)).toMatchObject({ accepted: 1 })
  const rotated = await rotateEndpoint(world.ctx, { id: plan.id })
  expect(await codeOf(deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'later' })))).toBe(
    'bad-signature',
  )
  // A person needs longer than the second for which what is stored is not asked again.
  await expect
    .poll(() => deliver(rotated, body).catch(() => null), { timeout: 10_000 })
    .toMatchObject({ duplicates: 1 })
  expect(await violationsOf(plan.planId)).toMatchObject([{ count: 1 }])
})

test('an endpoint that is removed takes nothing any more', async () => {
  const plan = await aPlan()
  expect(await deliver(plan, forwarded(plan.resourceSchemaId))).toMatchObject({ accepted: 1 })
  await deleteEndpoint(world.ctx, { id: plan.id })
  expect(await codeOf(deliver(plan, forwarded(plan.resourceSchemaId, { messageId: 'later' })))).toBe(
    'not-found',
  )
  expect(await violationsOf(plan.planId)).toMatchObject([{ count: 1 }])
})

test('more than may wait is refused with the time to wait', async () => {
  const plan = await aPlan()
  const small = deliveryReceiver(world.ctx, { items: 2 })
  const told = (messageId: string) =>
    small.receive(signedBy(plan.sharedSecret, plan.id, forwarded(plan.resourceSchemaId, { messageId })))
  await told('known')
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map(told))
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.failure] : []))
  expect(refused).toEqual(Array(2).fill({ code: 'rate-limited', retryAfterSeconds: 1 }))
  expect(await violationsOf(plan.planId)).toMatchObject([{ count: 3 }])
})

test('what happened too long ago is refused as late, and said', async () => {
  const plan = await aPlan()
  const old = forwarded(plan.resourceSchemaId, { messageId: 'old' })
  old.properties.eventSentAt = '2025-11-30T10:00:00Z'
  expect(await deliver(plan, old)).toEqual({ accepted: 0, duplicates: 0, late: 1, setAside: 0 })
  expect(await violationsOf(plan.planId)).toEqual([])
})
