import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import type { AlertMessage } from '@/domain/alerts/alert-message'
import type { Context } from '@/server/ports/context'
import type { AlertChannel, Sent } from '@/server/ports/notifier'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { Failed } from '../fail'
import { changeViolation } from '../violations/change-violation'
import { settleViolations } from '../violations/settle-violations'
import { mostPerHour } from './add-alert'
import { alertOfCounts } from './alert-of-counts'
import { alertOfMoments } from './alert-of-moments'
import { changeAlertRule } from './change-alert-rule'
import { createAlertRule } from './create-alert-rule'
import { deleteAlertRule } from './delete-alert-rule'
import { deliverAlert, mostTries } from './deliver-alert'
import { listAlertDeliveries } from './list-alert-deliveries'
import { listAlertRules } from './list-alert-rules'
import { testAlertRule } from './test-alert-rule'

const clock = (time: string, day = 5) => `2026-01-${String(day).padStart(2, '0')}T${time}:00.000Z`
const sends: { readonly channel: AlertChannel; readonly message: AlertMessage }[] = []
let answer: Sent | Error = { sent: true, said: 'answered 200' }

let world: TestContext
let worker: Context
let steward: Context
let workspace: string
let planId: string
let count = 0

beforeAll(async () => {
  world = await testContext({
    notifier: {
      canMail: true,
      refusalOf: async (to) => (to.includes('//inside.') ? 'Nothing is posted inside.' : null),
      alert: async (channel, message) => {
        sends.push({ channel, message })
        if (answer instanceof Error) throw answer
        return answer
      },
      mail: async () => ({ sent: true, said: '' }),
    },
  })
  worker = world.asActor({ kind: 'system', personId: null, name: 'Plumbline' })
  steward = await world.as('steward', 'Sue Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow(clock('09:00'))
  answer = { sent: true, said: 'answered 200' }
  const made = await aPlan(world.ctx)
  workspace = made.workspaceId
  planId = made.planId
  sends.length = 0
  await alertOfMoments(worker)
})

const arrives = async (fields: Partial<Occurrence> = {}) => {
  count += 1
  const occurrence = anOccurrence(planId, {
    key: `${count}`,
    messageId: `m${count}`,
    at: clock('08:30'),
    ...fields,
  })
  await world.ctx.transaction(({ violations }) =>
    violations.fold([occurrence], { now: world.ctx.now(), newId: world.ctx.newId }),
  )
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 50 }, world.ctx.now()),
  )
  return violations.find(({ pointer }) => pointer === occurrence.pointer)?.id ?? ''
}
const url = 'https://alerts.example.com/secret-path'
const aRule = async (fields: Partial<CreateAlertRule> = {}) => {
  const target = { kind: 'webhook' as const, url }
  const input = CreateAlertRule.parse({ workspace, name: 'Checkout', kinds: ['new'], target, ...fields })
  return createAlertRule(steward, input)
}
const deliveries = async (id: string) => (await listAlertDeliveries(steward, { id })).data
/** Runs what is queued of a rule, as the worker does. */
const deliver = async (id: string) => {
  const ends = []
  for (const { id: deliveryId, status } of await deliveries(id))
    if (status === 'queued') ends.push(await deliverAlert(worker, { payload: { deliveryId } }))
  return ends
}
const titles = async (id: string) => (await deliveries(id)).map(({ title }) => title).sort()
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Failed) return error.failure
  throw new Error('It was to fail.')
}

describe('a rule', () => {
  test('is kept without showing where it goes, and what is done with it is in the audit chain', async () => {
    const { rule, secret } = await aRule()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(rule).toMatchObject({ name: 'Checkout', goesTo: 'alerts.example.com', paused: false, last: null })
    const listed = await listAlertRules(steward, { workspace })
    expect(listed.data).toEqual([rule])
    expect(JSON.stringify(listed)).not.toContain('secret-path')

    const kept = await world.ctx.transaction(({ alerts }) => alerts.rule(rule.id))
    expect(kept?.targetSealed).not.toContain('secret-path')
    await changeAlertRule(steward, {
      ...rule,
      plan: planId,
      source: null,
      kinds: ['regressed'],
      paused: true,
    })
    await testAlertRule(steward, { id: rule.id })
    await deleteAlertRule(steward, { id: rule.id })
    const entries = await world.ctx.transaction(({ audit }) => audit.ofSubject(`alert-rule:${rule.id}`))
    expect(entries.map(({ action, actor }) => [action, actor.name]).reverse()).toEqual(
      ['created', 'changed', 'tested', 'deleted'].map((what) => [`alert-rule-${what}`, 'Sue Steward']),
    )
    expect(JSON.stringify(entries)).not.toContain('secret-path')
    expect((await listAlertRules(steward, { workspace })).data).toEqual([])
  })

  test('is for stewards and admins, and about what its workspace has', async () => {
    const contributor = await world.as('contributor')
    for (const work of [
      () => listAlertRules(contributor),
      () => testAlertRule(contributor, { id: 'x' }),
      () => deleteAlertRule(contributor, { id: 'x' }),
    ])
      expect(await failure(work())).toMatchObject({ code: 'not-allowed' })
    const { planId: stranger } = await aPlan(world.ctx, { name: 'Another' })
    expect(await failure(aRule({ plan: stranger, source: 'nobody' }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'plan' }, { path: 'source' }],
    })
    expect(await failure(aRule({ workspace: 'gone' }))).toMatchObject({ code: 'not-found' })
  })

  test('does not go to an address that nothing is posted to, neither from the start nor later', async () => {
    const target = { kind: 'webhook' as const, url: 'https://inside.example.com/' }
    const refused = {
      code: 'invalid-input',
      fields: [{ path: 'target.url', message: 'Nothing is posted inside.' }],
    }
    expect(await failure(aRule({ target }))).toEqual(refused)
    expect((await listAlertRules(steward, { workspace })).data).toEqual([])
    const { rule } = await aRule()
    const change = { ...rule, plan: null, source: null, target }
    expect(await failure(changeAlertRule(steward, change))).toEqual(refused)
    expect((await listAlertRules(steward, { workspace })).data).toEqual([rule])
    // Whoever may not keep rules cannot ask which names are inside.
    const contributor = await world.as('contributor')
    expect(await failure(changeAlertRule(contributor, change))).toMatchObject({ code: 'not-allowed' })
  })

  test('sends a sample and tells what was said, signed with the secret that was shown', async () => {
    const { rule, secret } = await aRule()
    answer = { sent: false, said: 'answered 500', again: true }
    expect(await testAlertRule(steward, { id: rule.id })).toEqual({ sent: false, said: 'answered 500' })
    expect(sends).toMatchObject([{ channel: { kind: 'webhook', url, secret }, message: { kind: 'test' } }])
    expect(await deliveries(rule.id)).toEqual([])
  })
})

test.each([
  [{ kind: 'slack', url: 'https://example.com/services/x' }, 'target.url'],
  [{ kind: 'webhook', url: 'ftp://example.com' }, 'target.url'],
  [{ kind: 'webhook', url: 'https://me:pw@example.com' }, 'target.url'],
  [{ kind: 'email', to: [] }, 'target.to'],
  [{ kind: 'email', to: ['ann'] }, 'target.to.0'],
])('%j is no place to send to', (target, path) => {
  const parsed = CreateAlertRule.safeParse({ workspace: 'w', name: 'A', kinds: ['new'], target })
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})

test('a rule about spikes says from how many on', () => {
  const target = { kind: 'webhook', url }
  const parsed = CreateAlertRule.safeParse({ workspace: 'w', name: 'A', kinds: ['spike'], target })
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['perHour'])
})

describe('what happens to a violation', () => {
  test('is told once to each rule that asks, however many look for it at once', async () => {
    const { rule } = await aRule()
    const { rule: other } = await aRule({ name: 'Also', event: 'cart *' })
    const { rule: paused } = await aRule({ name: 'Not now' })
    await changeAlertRule(steward, { ...paused, plan: null, source: null, paused: true })
    const id = await arrives()
    await arrives()
    await Promise.all([alertOfMoments(worker), alertOfMoments(worker), alertOfMoments(worker)])
    await alertOfMoments(worker)
    expect(await titles(rule.id)).toEqual(['New violation: total is missing in Order Completed'])
    expect(await titles(other.id)).toEqual([])
    expect(await titles(paused.id)).toEqual([])

    await deliver(rule.id)
    expect(sends).toHaveLength(1)
    const [{ message } = sends[0] ?? { message: null }] = sends
    expect(message).toMatchObject({
      kind: 'new',
      rule: 'Checkout',
      link: `http://localhost:3000/violations/${id}`,
      violation: { id, plan: { id: planId }, rule: { key: 'Order Completed' }, pointer: '/properties/total' },
      blocked: null,
    })
    expect(await deliveries(rule.id)).toMatchObject([
      { status: 'delivered', attempts: 1, said: 'answered 200' },
    ])
    expect(
      (await listAlertRules(steward, { workspace })).data.find(({ id }) => id === rule.id)?.last,
    ).toEqual({
      status: 'delivered',
      at: clock('09:00'),
    })
  })

  test('is not lost where it is rolled back half-way', async () => {
    const { rule } = await aRule()
    await arrives()
    const broken: Context = {
      ...worker,
      transaction: (work) =>
        worker.transaction(async (stores) => {
          await work(stores)
          throw new Error('killed')
        }),
    }
    await expect(alertOfMoments(broken)).rejects.toThrow('killed')
    expect(await titles(rule.id)).toEqual([])
    await alertOfMoments(worker)
    expect(await titles(rule.id)).toHaveLength(1)
  })

  test('holds no words of the call, which may quote a value', async () => {
    const { rule } = await aRule()
    await arrives({ message: 'ann@example.com is no number' })
    await alertOfMoments(worker)
    await deliver(rule.id)
    expect(sends).toHaveLength(1)
    expect(JSON.stringify(sends)).not.toContain('ann@example.com')
  })

  test('is told when it is assigned, to whoever it is assigned to', async () => {
    const { rule } = await aRule({ kinds: ['assigned'], target: { kind: 'email', to: [], assignee: true } })
    const id = await arrives()
    const ann = await world.as('contributor', 'Ann')
    const me = await world.ctx.transaction(({ people }) => people.find(ann.actor.personId ?? ''))
    await changeViolation(steward, { id, assignee: me?.id ?? '' })
    await changeViolation(steward, { id, assignee: null })
    await alertOfMoments(worker)
    expect(await titles(rule.id)).toEqual(['Assigned: total is missing in Order Completed'])
    // By the time that it is asked nobody has it any more.
    expect(await deliver(rule.id)).toEqual([{ done: { sent: false } }])
    await changeViolation(steward, { id, assignee: me?.id ?? '' })
    await alertOfMoments(worker)
    await deliver(rule.id)
    expect(sends.map(({ channel }) => channel)).toEqual([{ kind: 'email', to: [me?.email] }])
  })

  test('is told when it is back, by its time or by a newer call', async () => {
    const { rule } = await aRule({ kinds: ['regressed', 'ignore-over'] })
    const ignored = await arrives()
    const resolved = await arrives({ pointer: '/properties/coupon' })
    await changeViolation(steward, {
      id: ignored,
      status: 'ignored',
      ignoreUntil: clock('10:00'),
      reason: 'Later',
    })
    await changeViolation(steward, { id: resolved, status: 'resolved', reason: 'Fixed' })
    await alertOfMoments(worker)
    expect(await titles(rule.id)).toEqual([])
    world.setNow(clock('11:00'))
    await settleViolations(worker)
    await arrives({ pointer: '/properties/coupon', at: clock('10:30') })
    await alertOfMoments(worker)
    expect(await titles(rule.id)).toEqual([
      'Back again: coupon is missing in Order Completed',
      'No longer ignored: total is missing in Order Completed',
    ])
  })

  test('is held back beyond so many an hour, and says so', async () => {
    const { rule } = await aRule()
    const many = Array.from({ length: mostPerHour + 2 }, (_, at) =>
      anOccurrence(planId, { key: `flood ${at}`, pointer: `/properties/p${at}` }),
    )
    await world.ctx.transaction(({ violations }) =>
      violations.fold(many, { now: world.ctx.now(), newId: world.ctx.newId }),
    )
    await alertOfMoments(worker)
    const statuses = await world.ctx.transaction(({ alerts }) => alerts.deliveries(rule.id, 1_000))
    expect(statuses.filter(({ status }) => status === 'queued')).toHaveLength(mostPerHour)
    expect(statuses.filter(({ status }) => status === 'held')).toHaveLength(2)
  })
})

describe('an alert on its way', () => {
  test('that fails is tried again with the same id, and given up after a while', async () => {
    const { rule } = await aRule()
    await arrives()
    await alertOfMoments(worker)
    answer = { sent: false, said: 'answered 503', again: true, afterMs: 7_000 }
    expect(await deliver(rule.id)).toEqual([
      { retry: { code: 'not-delivered', message: 'answered 503', afterMs: 7_000 } },
    ])
    for (let at = 2; at < mostTries; at += 1) await deliver(rule.id)
    expect(await deliveries(rule.id)).toMatchObject([{ status: 'queued', attempts: mostTries - 1 }])
    expect(await deliver(rule.id)).toEqual([{ failed: { code: 'not-delivered', message: 'answered 503' } }])
    expect(await deliveries(rule.id)).toMatchObject([
      { status: 'dead', attempts: mostTries, said: 'answered 503' },
    ])
    expect(new Set(sends.map(({ message }) => message.id)).size).toBe(1)
    expect(await deliver(rule.id)).toEqual([])
  })

  test('that nothing will help is given up at once', async () => {
    const { rule } = await aRule()
    await arrives()
    await alertOfMoments(worker)
    answer = { sent: false, said: 'answered 410', again: false }
    expect(await deliver(rule.id)).toEqual([{ failed: { code: 'not-delivered', message: 'answered 410' } }])
    expect(await deliveries(rule.id)).toMatchObject([{ status: 'dead', attempts: 1 }])
  })

  test('whose worker is killed after sending goes out again, under the id that it had', async () => {
    const { rule } = await aRule()
    await arrives()
    await alertOfMoments(worker)
    answer = new Error('killed')
    await expect(deliver(rule.id)).rejects.toThrow('killed')
    answer = { sent: true, said: 'answered 200' }
    await deliver(rule.id)
    expect(sends).toHaveLength(2)
    expect(sends[0]?.message).toEqual(sends[1]?.message)
    expect(await deliveries(rule.id)).toMatchObject([{ status: 'delivered' }])
  })

  test('of a rule that is paused or gone is not sent', async () => {
    const { rule } = await aRule()
    await arrives()
    await arrives({ pointer: '/properties/coupon' })
    await alertOfMoments(worker)
    const [first, second] = await deliveries(rule.id)
    await changeAlertRule(steward, { ...rule, plan: null, source: null, paused: true })
    await deliverAlert(worker, { payload: { deliveryId: first?.id ?? '' } })
    expect((await deliveries(rule.id)).map(({ status }) => status).sort()).toEqual(['held', 'queued'])
    await deleteAlertRule(steward, { id: rule.id })
    expect(await deliverAlert(worker, { payload: { deliveryId: second?.id ?? '' } })).toEqual({
      done: { sent: false },
    })
    expect(sends).toEqual([])
  })
})

describe('what counts tell', () => {
  const hourly = async (hour: string, times: number) => {
    for (let at = 0; at < times; at += 1)
      await arrives({ at: hour.replace('00:00', `${String(at).padStart(2, '0')}:00`) })
  }

  test('a violation that arrives far more often than before is told of once an hour', async () => {
    const { rule } = await aRule({ kinds: ['spike'], perHour: 4 })
    await hourly(clock('13:00', 2), 2)
    await hourly(clock('08:00'), 4)
    await alertOfCounts(worker)
    expect(await titles(rule.id)).toEqual([])
    await hourly(clock('09:00'), 9)
    await alertOfCounts(worker)
    await alertOfCounts(worker)
    expect(await deliveries(rule.id)).toMatchObject([{ kind: 'spike' }])
    await deliver(rule.id)
    expect(sends[0]?.message.facts[0]).toEqual({
      name: 'How often',
      value: '9 in the hour from 2026-01-05 09:00 UTC; at most 4 in any hour of the seven days before',
    })
  })

  test('a source that begins to block is told of once, and one that always did is not', async () => {
    const { rule } = await aRule({ kinds: ['blocked'] })
    await world.ctx.transaction(async ({ sources }) => {
      await sources.replace(
        workspace,
        ['fresh', 'old'].map((id) => ({
          id,
          workspaceId: workspace,
          planId,
          name: `The ${id} one`,
          slug: id,
          kind: '',
          platform: 'unknown' as const,
          enabled: true,
          settings: null,
          seenAt: clock('09:00'),
          destinations: [],
        })),
      )
      const window = { from: clock('00:00', 1), to: clock('23:00', 5) }
      const counts = (...hours: string[]) =>
        hours.map((hour) => ({
          hour,
          eventType: 'track',
          eventName: 'A',
          reason: '',
          appVersion: '',
          count: 3,
        }))
      await sources.recordHours(workspace, 'fresh', 'blocked', window, counts(clock('07:00'), clock('08:00')))
      await sources.recordHours(
        workspace,
        'old',
        'blocked',
        window,
        counts(clock('07:00', 3), clock('08:00')),
      )
    })
    await alertOfCounts(worker)
    await alertOfCounts(worker)
    expect(await titles(rule.id)).toEqual(['The fresh one blocks events'])
    await deliver(rule.id)
    expect(sends[0]?.message.blocked).toEqual({
      source: { id: 'fresh', name: 'The fresh one' },
      hour: clock('07:00'),
      count: 3,
    })
  })
})
