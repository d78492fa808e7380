import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckProposal } from '@/contracts/proposal'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { checkProposal } from './check-proposal'

const event = (properties: object) => ({
  description: 'Sent when it happened',
  properties: { properties: { type: 'object', properties } },
})
const total = { type: 'number', description: 'What it cost' }

let world: TestContext
let plan: string
beforeAll(async () => {
  world = await testContext({ role: 'contributor' })
  plan = (await aPlan(world.ctx)).planId
  const versions = [event({ total }), event({ total: { ...total, type: 'string' } })]
  for (const [i, schema] of versions.entries())
    await world.ctx.transaction(async (stores) => {
      const kind = i === 0 ? ('add' as const) : ('change' as const)
      const steps = [{ kind, rule: aRule('Order Completed', schema) }]
      const version = { version: i + 1, at: world.ctx.now(), by: 'T', note: '', changeRequest: null }
      await stores.rules.writeVersion(plan, { ...version, steps })
    })
})
afterAll(() => world.drop())

const check = (schema: unknown, more: Partial<CheckProposal> = {}) =>
  checkProposal(world.ctx, {
    plan,
    type: 'TRACK',
    key: 'Order Completed',
    version: 1,
    schemaText: typeof schema === 'string' ? schema : schema === null ? null : JSON.stringify(schema),
    ...more,
  })

test('an edit is judged against the version that it is for', async () => {
  const schema = event({ total })
  expect(await check(schema)).toMatchObject({
    changes: [{ kind: 'type-changed', senders: 'breaking', refusals: [{ pointer: '/properties/total' }] }],
    findings: [],
  })
  expect(await check(schema, { base: 1 })).toEqual({ changes: [], findings: [] })
})

test('lint sees the edit among the rules of the plan', async () => {
  expect(await check(event({ total, note: {} }))).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ id: 'any-type', pointer: '/properties/note', isNew: true }),
    ]),
  })
  expect(await check(event({ total }), { key: 'Order completed' })).toMatchObject({
    changes: [{ kind: 'rule-added' }],
    findings: expect.arrayContaining([expect.objectContaining({ id: 'near-duplicate-event', isNew: true })]),
  })
})

test('a new name, and the end of a rule, are judged as well', async () => {
  const same = event({ total: { ...total, type: 'string' } })
  expect((await check(same, { newKey: 'Order Paid' })).changes).toMatchObject([{ kind: 'rule-renamed' }])
  expect((await check(null)).changes).toMatchObject([{ kind: 'rule-removed' }])
  expect(await check(null, { key: 'Nowhere' })).toEqual({ changes: [], findings: [] })
})

test('what is no schema yet is refused with the reason, and viewers have nothing to propose', async () => {
  const failure = async (asked: Promise<unknown>) =>
    ((await asked.catch((error: unknown) => error)) as { failure?: unknown }).failure
  expect(await failure(check('{'))).toMatchObject({ code: 'invalid-input', fields: [{ path: 'schemaText' }] })
  const viewer = await world.as('viewer')
  expect(
    await failure(checkProposal(viewer, { plan, type: 'TRACK', key: 'A', version: 1, schemaText: '{}' })),
  ).toMatchObject({ code: 'not-allowed' })
})
