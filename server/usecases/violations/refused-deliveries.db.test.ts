import { createHmac, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createEndpoint } from './create-endpoint'
import { deleteEndpoint } from './delete-endpoint'
import {
  aPlan,
  codeOf,
  deliver,
  forwarded,
  receiver,
  violationsOf,
  withDeliveries,
  world,
} from './deliveries.cases'
import { deliveryReceiver } from './receive-delivery'
import { rotateEndpoint } from './rotate-endpoint'

withDeliveries()

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
