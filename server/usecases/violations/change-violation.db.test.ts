import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ChangeViolation } from '@/contracts/violation'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { createChangeRequest } from '../change-requests/create-change-request'
import { reopenChangeRequest } from '../change-requests/reopen-change-request'
import { changeViolation } from './change-violation'
import { followRequest } from './follow-request'
import { noteDecisions } from './keep-decisions'
import { planFix } from './plan-fix'
import { readViolation } from './read-violation'
import { settleViolations } from './settle-violations'

const clock = (time: string, day = 5) => `2026-01-0${day}T${time}:00.000Z`

let world: TestContext
let planId: string
let id: string
let sent = 0

beforeAll(async () => {
  world = await testContext({ role: 'contributor' })
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow(clock('09:00'))
  planId = (await aPlan(world.ctx)).planId
  await world.ctx.transaction(async ({ rules, plans }) => {
    const steps = [{ kind: 'add', rule: aRule('Order Completed', { type: 'object' }) } as const]
    const at = clock('08:00')
    await rules.writeVersion(planId, { version: 1, at, by: 'T', note: '', changeRequest: null, steps })
    await plans.setLive(planId, 1)
  })
  await arrives({ at: clock('08:30') })
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 5 }, world.ctx.now()),
  )
  id = violations[0]?.id ?? ''
})

const arrives = (fields: Partial<Occurrence>) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold([anOccurrence(planId, { key: `${++sent}`, ...fields })], {
      now: world.ctx.now(),
      newId: world.ctx.newId,
    }),
  )
const change = (input: ChangeViolation, ctx = world.ctx) => changeViolation(ctx, { id, ...input })
const read = () => readViolation(world.ctx, { id })
const moments = async () =>
  (await world.ctx.transaction(({ triage }) => triage.moments(id))).map(
    ({ kind, at, actor, detail }) => [kind, at.slice(11, 16), actor, detail.to ?? null] as const,
  )
const audited = async () =>
  (await world.ctx.transaction(({ audit }) => audit.ofSubject(`violation:${id}`))).map(
    ({ action, actor }) => [action, actor.name],
  )
const request = () =>
  createChangeRequest(world.ctx, {
    plan: planId,
    title: 'Make the total optional',
    edits: [
      { type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: { type: 'object', description: 'x' } },
    ],
  })

describe('what a person decides', () => {
  it('is kept with its reason, told as a moment and audited', async () => {
    const reason = 'A test shop'
    expect(await change({ status: 'ignored', ignoreUntil: clock('12:00'), reason })).toMatchObject({
      status: 'ignored',
      ignoreUntil: clock('12:00'),
      reason,
      statusAt: clock('09:00'),
      revision: 1,
    })
    expect(await moments()).toEqual([
      ['seen-first', '08:30', null, null],
      ['status', '09:00', 'Test contributor', 'ignored'],
    ])
    expect(await audited()).toEqual([['violation-status-changed', 'Test contributor']])
  })

  it('needs a reason to ignore, a time to come, and versions that can be compared', async () => {
    await expect(change({ status: 'ignored' })).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
    await expect(
      change({ status: 'ignored', reason: 'r', ignoreUntil: clock('09:00') }),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
    await expect(change({ status: 'waiting-for-rollout' })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    await expect(change({ status: 'fix-planned', changeRequest: 99 })).rejects.toMatchObject({
      failure: { code: 'invalid-input' },
    })
    expect(await read()).toMatchObject({ status: 'open', revision: 0 })
    expect(await audited()).toEqual([])
  })

  it('refuses what the state does not allow, and changes nothing', async () => {
    await expect(change({ status: 'open', assignee: world.ctx.actor.personId })).rejects.toMatchObject({
      failure: { code: 'wrong-state', status: 'open' },
    })
    expect(await read()).toMatchObject({ status: 'open', assignee: null, revision: 0 })
  })

  it('gives it to a member only, named by id or address', async () => {
    const other = await world.as('viewer', 'Olga')
    const view = await change({ assignee: other.actor.personId ?? '' })
    expect(view).toMatchObject({ assignee: 'Olga', assigneeId: other.actor.personId, status: 'open' })
    expect(await change({ assignee: null })).toMatchObject({ assignee: null, assigneeId: null })
    const people = await world.ctx.transaction((stores) => stores.people.list())
    const email = people.find(({ name }) => name === 'Olga')?.email ?? ''
    expect(await change({ assignee: email })).toMatchObject({ assignee: 'Olga' })
    expect((await change({ assignee: email })).revision).toBe(3)
    await expect(change({ assignee: 'nobody' })).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
    const viewer = await world.as('viewer')
    await expect(change({ assignee: null }, viewer)).rejects.toMatchObject({
      failure: { code: 'not-allowed' },
    })
  })

  it('stands when two people decide at once: the later one gets the current state', async () => {
    const { revision } = await read()
    const [ann, ben] = [await world.as('contributor', 'Ann'), await world.as('steward', 'Ben')]
    const outcomes = await Promise.allSettled([
      change({ status: 'resolved', resolvedIn: '4.2.0', revision }, ann),
      change({ status: 'ignored', reason: 'Not ours', revision }, ben),
    ])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect([won.length, lost.length]).toEqual([1, 1])
    expect(lost[0]?.reason).toMatchObject({
      failure: { code: 'stale', current: { id, status: won[0]?.value.status, revision: 1 } },
    })
    expect(await moments()).toHaveLength(2)
    expect(await audited()).toHaveLength(1)
  })
})

describe('what arrives afterwards', () => {
  it('leaves what is resolved in an app version alone while old versions send it', async () => {
    await change({ status: 'resolved', resolvedIn: '4.2.0' })
    world.setNow(clock('10:00'))
    await arrives({ at: clock('09:30'), appVersion: '4.1.9' })
    await arrives({ at: clock('08:59'), appVersion: '4.2.0' })
    expect(await read()).toMatchObject({ status: 'resolved', count: 3, regressedAt: null, revision: 1 })
    await arrives({ at: clock('09:40'), appVersion: '4.10.0' })
    expect(await read()).toMatchObject({
      status: 'open',
      regressedAt: clock('09:40'),
      resolvedIn: null,
      revision: 2,
    })
    expect((await moments()).at(-1)).toEqual(['regressed', '09:40', null, 'open'])
  })

  it('marks one return once, however many writers bring it', async () => {
    await change({ status: 'resolved' })
    await Promise.all(Array.from({ length: 8 }, (_, i) => arrives({ at: clock(`09:1${i}`) })))
    expect(await read()).toMatchObject({ status: 'open', count: 9 })
    expect((await moments()).filter(([kind]) => kind === 'regressed')).toHaveLength(1)
  })

  it('brings back what was ignored until a time, without calling it a regression', async () => {
    await change({ status: 'ignored', ignoreUntil: clock('10:00'), reason: 'Release on its way' })
    await arrives({ at: clock('09:59') })
    expect(await read()).toMatchObject({ status: 'ignored' })
    await arrives({ at: clock('10:01') })
    expect(await read()).toMatchObject({ status: 'open', regressedAt: null, ignoreUntil: null, reason: null })
  })
})

describe('what time does', () => {
  it('brings an ignored violation back, and resolves one that waits and was quiet', async () => {
    await change({ status: 'ignored', ignoreUntil: clock('10:00'), reason: 'r' })
    await settleViolations(world.ctx)
    expect((await read()).status).toBe('ignored')
    world.setNow(clock('10:00'))
    await settleViolations(world.ctx)
    expect(await read()).toMatchObject({ status: 'open', statusAt: clock('10:00') })

    await change({ status: 'waiting-for-rollout', resolvedIn: '4.2.0' })
    world.setNow('2026-01-12T09:59:00.000Z')
    await settleViolations(world.ctx)
    expect((await read()).status).toBe('waiting-for-rollout')
    world.setNow('2026-01-12T10:00:00.000Z')
    await settleViolations(world.ctx)
    await settleViolations(world.ctx)
    expect(await read()).toMatchObject({ status: 'resolved', resolvedIn: '4.2.0' })
    expect((await moments()).map(([kind]) => kind)).toEqual([
      'seen-first',
      'status',
      'status',
      'status',
      'rolled-out',
    ])
  })
})

describe('a change request that is to end it', () => {
  it('takes it along when it is closed and reopened', async () => {
    const { number } = await request()
    expect(await change({ status: 'fix-planned', changeRequest: number })).toMatchObject({
      status: 'fix-planned',
      changeRequest: number,
    })
    await closeChangeRequest(world.ctx, { plan: planId, number })
    expect(await read()).toMatchObject({ status: 'open', changeRequest: null })
    await reopenChangeRequest(world.ctx, { plan: planId, number })
    expect(await read()).toMatchObject({ status: 'fix-planned', changeRequest: number })
    await change({ status: 'ignored', reason: 'Changed our mind' })
    await closeChangeRequest(world.ctx, { plan: planId, number })
    expect((await read()).status).toBe('ignored')
  })

  it('moves it on when it is published, to what the fix goes out with', async () => {
    const { number } = await request()
    await arrives({ pointer: '/properties/currency' })
    const violations = (
      await world.ctx.transaction((stores) => stores.violations.page({ planId, limit: 5 }, world.ctx.now()))
    ).violations
    await world.ctx.transaction(async (stores) => {
      const found = await stores.changeRequests.lock(planId, number)
      if (found === null) throw new Error('The request is gone.')
      const fixes = violations.map(({ id: violationId }) => ({
        violationId,
        appVersion: violationId === id ? null : '4.2.0',
      }))
      await noteDecisions(world.ctx, stores, await planFix(world.ctx, stores, found, fixes))
      await followRequest(world.ctx, stores, found, { kind: 'published', version: 2 })
    })
    expect(await read()).toMatchObject({
      status: 'waiting-for-rollout',
      resolvedInPlan: 2,
      resolvedIn: null,
      changeRequest: number,
    })
    const other = violations.find((violation) => violation.id !== id)
    expect(await readViolation(world.ctx, { id: other?.id ?? '' })).toMatchObject({
      status: 'waiting-for-rollout',
      resolvedIn: '4.2.0',
      resolvedInPlan: null,
    })
    await arrives({ at: clock('09:16') })
    expect(await read()).toMatchObject({ status: 'open', regressedAt: clock('09:16') })
  })
})
