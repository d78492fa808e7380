import { describe, expect, test } from 'vitest'
import { CreateAlertRule } from '@/contracts/alert'
import { aPlan } from '@/testing/a-plan'
import { alertOfMoments } from './alert-of-moments'
import {
  answering,
  aRule,
  arrives,
  deliver,
  deliveries,
  failure,
  planId,
  sends,
  steward,
  url,
  withAlerts,
  worker,
  workspace,
  world,
} from './alerts.cases'
import { changeAlertRule } from './change-alert-rule'
import { deleteAlertRule } from './delete-alert-rule'
import { deliverAlert, mostTries } from './deliver-alert'
import { listAlertRules } from './list-alert-rules'
import { testAlertRule } from './test-alert-rule'

withAlerts()

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
    answering({ sent: false, said: 'answered 500', again: true })
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

describe('an alert on its way', () => {
  test('that fails is tried again with the same id, and given up after a while', async () => {
    const { rule } = await aRule()
    await arrives()
    await alertOfMoments(worker)
    answering({ sent: false, said: 'answered 503', again: true, afterMs: 7_000 })
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
    answering({ sent: false, said: 'answered 410', again: false })
    expect(await deliver(rule.id)).toEqual([{ failed: { code: 'not-delivered', message: 'answered 410' } }])
    expect(await deliveries(rule.id)).toMatchObject([{ status: 'dead', attempts: 1 }])
  })

  test('whose worker is killed after sending goes out again, under the id that it had', async () => {
    const { rule } = await aRule()
    await arrives()
    await alertOfMoments(worker)
    answering(new Error('killed'))
    await expect(deliver(rule.id)).rejects.toThrow('killed')
    answering({ sent: true, said: 'answered 200' })
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
