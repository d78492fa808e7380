import { describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { anOccurrence } from '@/testing/an-occurrence'
import { changeViolation } from '../violations/change-violation'
import { settleViolations } from '../violations/settle-violations'
import { mostPerHour } from './add-alert'
import { alertOfMoments } from './alert-of-moments'
import {
  aRule,
  arrives,
  clock,
  deliver,
  deliveries,
  planId,
  sends,
  steward,
  titles,
  withAlerts,
  worker,
  workspace,
  world,
} from './alerts.cases'
import { changeAlertRule } from './change-alert-rule'
import { listAlertRules } from './list-alert-rules'

withAlerts()

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
