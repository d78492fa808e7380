import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { segmentGateway } from '@/server/segment/gateway'
import { aRule } from '@/testing/a-rule'
import { type ConnectedPlan, connectedPlan } from '@/testing/connected-plan'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { runPublish } from '../change-requests/run-publish'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { updateChangeRequest } from '../change-requests/update-change-request'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import { syncPlan } from '../plans/sync-plan'
import { publishOurs } from './publish-ours'
import { readDrift } from './read-drift'
import { resolveDrift } from './resolve-drift'

const soon = (ms: number) => wait(Math.min(ms, 25))
const pace = { sleep: soon, elapsed: () => performance.now() }
const schema = (description: string) => ({ type: 'object', description })
const id = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })
const job = (jobId: string) => ({ kind: 'job', personId: null, name: 'Plumbline', jobId }) as const

let world: TestContext
let steward: Context
let other: Context
let plan: ConnectedPlan

beforeAll(async () => {
  world = await testContext({
    segment: (connection) => segmentGateway(connection, { sleep: soon, now: Date.now, random: () => 0 }),
  })
  steward = await world.as('steward', 'Sue Steward')
  other = await world.as('steward', 'Sam Steward')
})
beforeEach(async () => {
  plan = await connectedPlan(
    world.ctx,
    ['Cart Viewed', 'Order Completed', 'Order Refunded'].map((key) => aRule(key, schema(key))),
  )
})
afterEach(() => plan.close())
afterAll(() => world.drop())

const at = () => ({ plan: plan.planId })
const sync = () =>
  syncPlan(world.asActor(job('sync')), { planId: plan.planId, progress: () => Promise.resolve() })
const unfinishedJob = async (jobId: string | undefined) => {
  const status = await world.ctx.transaction(async ({ jobs }) => {
    const found = jobId === undefined ? null : await jobs.find(jobId)
    return found?.status
  })
  expect(status).toBe('queued')
  return `${jobId}`
}
const ours = async (choices: readonly string[]) => {
  const drift = await world.ctx.transaction(({ plans }) => plans.seenRules(plan.planId))
  const seen = new Map(drift.map((rule) => [rule.key, rule.hash]))
  const { jobId } = await resolveDrift(steward, {
    ...at(),
    choices: choices.map((key) => ({ rule: id(key), take: 'ours' as const })),
  })
  const rules = choices.map((key) => ({ ...id(key), seen: seen.get(key) ?? null }))
  const input = { planId: plan.planId, rules, jobId: await unfinishedJob(jobId) }
  return publishOurs(world.asActor(job(input.jobId)), input, pace)
}

describe('what was changed in Segment by hand', () => {
  beforeEach(async () => {
    await plan.editByHand({ 'Cart Viewed': schema('by hand'), 'Order Refunded': null, Extra: schema('new') })
    await sync()
  })

  test('is shown three ways, rule by rule', async () => {
    const drift = await readDrift(steward, at())
    expect(drift.rules.map(({ rule, kind, managed }) => [rule.key, kind, managed])).toEqual([
      ['Cart Viewed', 'changed', true],
      ['Extra', 'added-in-segment', false],
      ['Order Refunded', 'removed-in-segment', true],
    ])
    expect(drift.rules[0]).toMatchObject({
      live: { description: 'Cart Viewed' },
      seen: { description: 'by hand' },
    })
    expect(drift.rules[0]?.changes.map(({ kind }) => kind)).toEqual(['description-changed'])
  })

  test('is judged as a whole rule: what it breaks has a message that shows it', async () => {
    const total = (type: string) => ({
      type: 'object',
      properties: { properties: { type: 'object', properties: { total: { type } }, required: ['total'] } },
    })
    await plan.editByHand({ 'Order Completed': total('number') })
    await sync()
    const { rules } = await readDrift(steward, at())
    const changes = rules.find(({ rule }) => rule.key === 'Order Completed')?.changes ?? []
    const breaking = changes.find(({ senders }) => senders === 'breaking')
    expect(breaking).toMatchObject({ senders: 'breaking', refusals: [{}] })
    expect(breaking).toHaveProperty('witness')
  })

  test('gates every request that would overwrite it', async () => {
    const request = await createChangeRequest(steward, {
      ...at(),
      title: 'T',
      edits: [{ ...id('Order Completed'), jsonSchema: schema('Paid') }],
    })
    const gate = request.gates.find(({ code }) => code === 'drift')
    expect(gate?.message).toMatch(/Cart Viewed, Order Refunded/)
    expect(gate?.message).not.toMatch(/Extra/)
  })

  test('is adopted by a request that somebody else approves; nothing is sent for it', async () => {
    const { number } = await resolveDrift(steward, {
      ...at(),
      choices: ['Cart Viewed', 'Order Refunded', 'Extra'].map((key) => ({ rule: id(key), take: 'theirs' })),
    })
    const name = { ...at(), number: Number(number) }
    const request = await checked(other, await readChangeRequest(other, name))
    expect(request).toMatchObject({ status: 'in-review', author: 'Sue Steward' })
    expect(request.gates.map(({ code }) => code)).toEqual(['approvals-missing'])

    const { fingerprint } = request
    await giveReview(other, { ...name, verdict: 'approve', fingerprint })
    const { jobId } = await publishChangeRequest(other, name)
    const ended = await runPublish(world.asActor(job(jobId)), { planId: plan.planId, ...name, jobId }, pace)
    expect(ended).toEqual({ done: { version: 2, summary: 'nothing to change' } })
    expect(await plan.writes()).toEqual([])
    expect((await readDrift(steward, at())).rules).toEqual([])
  })

  test('is overwritten where a steward says so, and only there', async () => {
    expect(await ours(['Cart Viewed', 'Extra'])).toEqual({ done: { summary: '1 updated, 1 removed' } })
    const held = await plan.held()
    expect(held['Cart Viewed']).toMatchObject({ description: 'Cart Viewed' })
    expect(held).not.toHaveProperty('Extra')
    expect(held).not.toHaveProperty('Order Refunded')
    const left = (await readDrift(steward, at())).rules.map(({ rule }) => rule.key)
    expect(left).toEqual(['Order Refunded'])
  })

  test('is not overwritten when it changed again since somebody looked', async () => {
    await plan.editByHand({ 'Cart Viewed': schema('by hand, again') })
    expect(await ours(['Cart Viewed'])).toMatchObject({ failed: { code: 'drift' } })
    expect(await plan.writes()).toEqual([])
    const drift = await readDrift(steward, at())
    expect(drift.rules[0]).toMatchObject({ seen: { description: 'by hand, again' } })
  })

  test('cannot be settled for a rule that does not differ', async () => {
    const refused = await resolveDrift(steward, {
      ...at(),
      choices: [{ rule: id('Order Completed'), take: 'ours' }],
    }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Failed)
    expect(refused).toMatchObject({ failure: { code: 'stale', current: { rules: { length: 3 } } } })
  })
})

test('the consent event that Segment adds is neither drift nor removed', async () => {
  await plan.editByHand({ 'Segment Consent Preference Updated': schema('consent') })
  await sync()
  expect((await readDrift(steward, at())).rules).toEqual([])
})

describe('drift that a steward looks at otherwise', () => {
  const cart = id('Cart Viewed')
  const until = () => new Date(Date.parse(world.ctx.now()) + 86_400_000).toISOString()
  const ignore = (key = 'Cart Viewed') =>
    resolveDrift(steward, {
      ...at(),
      choices: [{ rule: id(key), take: 'ignore', until: until(), reason: 'A trial of the other team' }],
    })
  const drifted = async () => (await readDrift(steward, at())).rules
  const counted = async (now = world.ctx.now()) =>
    world.ctx.transaction(async ({ plans }) => (await plans.driftCounts(now))[plan.planId])
  const published = async (edits: Parameters<typeof createChangeRequest>[1]['edits']) => {
    const made = await createChangeRequest(steward, { ...at(), title: 'T', edits })
    const name = { ...at(), number: made.number }
    const sent = await submitChangeRequest(steward, name)
    const { fingerprint } = await checked(other, sent)
    await giveReview(other, { ...name, verdict: 'approve', fingerprint })
    const { jobId } = await publishChangeRequest(other, name)
    return runPublish(world.asActor(job(jobId)), { planId: plan.planId, ...name, jobId }, pace)
  }

  beforeEach(async () => {
    await plan.editByHand({ 'Cart Viewed': schema('by hand') })
    await sync()
  })

  test('is ignored until the time that was said, with who said it and why', async () => {
    await ignore()
    const [entry] = await drifted()
    expect(entry?.ignored).toEqual({ until: until(), reason: 'A trial of the other team', by: 'Sue Steward' })
    expect(await counted()).toEqual({ open: 0, ignored: 1 })
    const later = new Date(Date.parse(until()) + 1).toISOString()
    expect(await counted(later)).toEqual({ open: 1, ignored: 0 })
    const afterwards = await readDrift({ ...steward, now: () => later }, at())
    expect(afterwards.rules[0]?.ignored).toBeNull()
    await resolveDrift(steward, { ...at(), choices: [{ rule: cart, take: 'watch' }] })
    expect((await drifted())[0]?.ignored).toBeNull()
  })

  test('is looked at again when Segment holds something else', async () => {
    await ignore()
    await plan.editByHand({ 'Cart Viewed': schema('by hand, again') })
    await sync()
    expect((await drifted())[0]?.ignored).toBeNull()
  })

  test('stays in Segment while other rules are published, and keeps a request from overwriting it', async () => {
    await ignore()
    const touching = await createChangeRequest(steward, {
      ...at(),
      title: 'T',
      edits: [{ ...cart, jsonSchema: schema('another') }],
    })
    expect(touching.gates.map(({ code }) => code)).toContain('drift')

    const ended = await published([{ ...id('Order Completed'), jsonSchema: schema('Paid') }])
    expect(ended).toMatchObject({ done: { summary: '1 updated' } })
    const held = await plan.held()
    expect(held['Cart Viewed']).toMatchObject({ description: 'by hand' })
    expect(held['Order Completed']).toMatchObject({ description: 'Paid' })
    expect((await drifted()).map(({ rule, ignored }) => [rule.key, ignored !== null])).toEqual([
      ['Cart Viewed', true],
    ])
  })

  test('stops a publish when it changed once more since', async () => {
    await ignore()
    const made = await createChangeRequest(steward, {
      ...at(),
      title: 'T',
      edits: [{ ...id('Order Completed'), jsonSchema: schema('Paid') }],
    })
    const name = { ...at(), number: made.number }
    const { fingerprint } = await checked(other, await submitChangeRequest(steward, name))
    await giveReview(other, { ...name, verdict: 'approve', fingerprint })
    const { jobId } = await publishChangeRequest(other, name)
    await plan.editByHand({ 'Cart Viewed': schema('meanwhile') })
    const ended = await runPublish(world.asActor(job(jobId)), { planId: plan.planId, ...name, jobId }, pace)
    expect(ended).toMatchObject({ failed: { code: 'drift' } })
    expect(await plan.writes()).toEqual([])
  })

  test('is none where it is how Segment writes what it was sent, and stays none', async () => {
    await resolveDrift(steward, {
      ...at(),
      choices: [{ rule: cart, take: 'same', reason: 'Segment spells it so' }],
    })
    expect(await drifted()).toEqual([])
    await sync()
    expect(await drifted()).toEqual([])
    expect(await published([{ ...id('Order Completed'), jsonSchema: schema('Paid') }])).toMatchObject({
      done: { summary: '1 updated' },
    })
    expect((await plan.held())['Cart Viewed']).toMatchObject({ description: 'by hand' })
  })

  test('is neither ignored into the past nor the same as nothing', async () => {
    const past = [{ rule: cart, take: 'ignore', until: world.ctx.now(), reason: 'R' }] as const
    await plan.editByHand({ 'Order Completed': null })
    await sync()
    const gone = [{ rule: id('Order Completed'), take: 'same', reason: 'R' }] as const
    for (const choices of [past, gone])
      await expect(resolveDrift(steward, { ...at(), choices: [...choices] })).rejects.toMatchObject({
        failure: { code: 'invalid-input' },
      })
  })
})

test('drift that is adopted while head has moved on is merged with it', async () => {
  await plan.editByHand({ 'Cart Viewed': { ...schema('Cart Viewed'), title: 'by hand' } })
  await sync()
  const at2 = world.ctx.now()
  const steps = [{ kind: 'change', rule: aRule('Cart Viewed', schema('said in head')) }] as const
  await world.ctx.transaction(({ rules }) =>
    rules.writeVersion(plan.planId, { version: 2, at: at2, by: 'T', note: '', changeRequest: null, steps }),
  )
  const choices = [{ rule: id('Cart Viewed'), take: 'theirs' }] as const
  const { number } = await resolveDrift(steward, { ...at(), choices: [...choices] })
  const updated = await updateChangeRequest(steward, { ...at(), number: Number(number) })
  expect(updated.edits).toMatchObject([
    { after: { type: 'object', title: 'by hand', description: 'said in head' } },
  ])
})
