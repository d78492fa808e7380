import { expect, test } from 'vitest'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { aPlan, codeOf, deliver, forwarded, violationsOf, withDeliveries, world } from './deliveries.cases'
import { readViolationSeries } from './read-violation-series'

withDeliveries()

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
