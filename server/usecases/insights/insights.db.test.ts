import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defaultPolicy } from '@/domain/review/policy'
import type { HourlyCount } from '@/server/ports/segment-gateway'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { changeViolation } from '../violations/change-violation'
import { changingDays, countDays } from './count-days'
import { readInsights } from './read-insights'

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 0, day, hour)).toISOString()

let world: TestContext
let planId: string
let workspaceId: string
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow(at(1))
  const made = await aPlan(world.ctx)
  planId = made.planId
  workspaceId = made.workspaceId
  await follow(made.planId, made.workspaceId)
})

const follow = (plan: string, workspace: string) =>
  world.ctx.transaction(({ sources }) =>
    sources.replace(workspace, [
      {
        ...{ id: `web ${plan}`, workspaceId: workspace, planId: plan, name: 'Web', slug: 'web', kind: '' },
        ...{ platform: 'web', enabled: true, settings: null, destinations: [], seenAt: world.ctx.now() },
      },
    ]),
  )
const version = (number: number, on: string, ...rules: readonly ReturnType<typeof aRule>[]) =>
  world.ctx.transaction(async (stores) => {
    await stores.plans.lock(planId)
    await stores.rules.writeVersion(planId, {
      ...{ version: number, at: on, by: 'Ann', note: '', changeRequest: null },
      steps: rules.map((rule) => ({ kind: 'add' as const, rule })),
    })
  })
const arrive = (...each: readonly (Partial<Occurrence> & { key: string })[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(
      each.map((one) =>
        anOccurrence(planId, { sourceId: `web ${planId}`, ...one, key: `${planId} ${one.key}` }),
      ),
      { now: world.ctx.now(), newId: world.ctx.newId },
    ),
  )
const counted = (
  kind: 'volume' | 'blocked',
  counts: readonly (Pick<HourlyCount, 'hour' | 'eventName' | 'count'> & { eventType?: string })[],
  [plan, workspace] = [planId, workspaceId],
) =>
  world.ctx.transaction(({ sources }) =>
    sources.recordHours(
      workspace,
      `web ${plan}`,
      kind,
      { from: at(-400), to: at(31) },
      counts.map((count) => ({ eventType: 'track', reason: '', appVersion: '', ...count })),
    ),
  )
const read = (input: Partial<Parameters<typeof readInsights>[1]> = { plan: planId }) =>
  readInsights(world.ctx, { days: '30', ...input })
const pointOf = (view: Awaited<ReturnType<typeof read>>, day: number) =>
  view.points.find(({ from }) => from === at(day).slice(0, 10))

test('nothing is known of a plan that nothing was read of', async () => {
  await countDays(world.ctx, changingDays)
  const { points, total, before, hasOwners } = await read()
  expect(points).toHaveLength(30)
  const nothing = {
    ...{
      violations: 0,
      rated: 0,
      events: null,
      perMillion: null,
      tracked: null,
      coverage: null,
      opened: 0,
      resolved: 0,
    },
    ...{ hoursToResolve: null, planned: null, described: null, owned: null },
  }
  expect(total).toEqual(nothing)
  expect(before).toEqual(nothing)
  expect(hasOwners).toBe(false)
})

test('violations per million events and coverage are told by day, and as one', async () => {
  await version(1, at(3), aRule('Order Completed'), aRule('Cart Viewed'))
  world.setNow(at(5))
  await arrive(
    { key: '1', at: at(3, 23) },
    { key: '2', at: at(4) },
    { key: '3', at: at(4) },
    { key: '4', at: at(2) },
  )
  await counted('volume', [
    { hour: at(4), eventName: 'Order Completed', count: 600_000 },
    { hour: at(4, 23), eventName: 'Cart Viewed', count: 100_000 },
    { hour: at(4), eventName: 'Cart viewed', count: 100_000 },
    { hour: at(4), eventName: '', eventType: 'identify', count: 1_000_000 },
    { hour: at(2), eventName: 'Order Completed', count: 500_000 },
  ])
  await counted('blocked', [{ hour: at(4), eventName: 'Unheard Of', count: 200_000 }])
  await countDays(world.ctx, changingDays)
  const view = await read()
  expect(view).toMatchObject({ from: '2025-12-07', to: '2026-01-05' })
  expect(pointOf(view, 4)).toMatchObject({
    violations: 2,
    events: 2_000_000,
    perMillion: 1,
    tracked: 1_000_000,
    coverage: 0.7,
  })
  // Segment told of nothing that day.
  expect(pointOf(view, 3)).toMatchObject({ violations: 1, events: null, perMillion: null, coverage: null })
  // There was no plan yet that could name anything.
  expect(pointOf(view, 2)).toMatchObject({ violations: 1, events: 500_000, perMillion: 2, coverage: null })
  expect(view.total).toMatchObject({ violations: 4, events: 2_500_000, perMillion: 1.2, coverage: 0.7 })
})

test('violations of sources whose events nobody counted are in no rate, however many others were', async () => {
  await version(1, at(1), aRule('Order Completed'))
  world.setNow(at(5))
  await arrive(
    { key: '1', at: at(4) },
    { key: '2', at: at(4), sourceId: 'from a file' },
    { key: '3', at: at(3) },
  )
  await counted('volume', [{ hour: at(4), eventName: 'Order Completed', count: 1_000_000 }])
  await countDays(world.ctx, changingDays)
  const view = await read()
  expect(pointOf(view, 4)).toMatchObject({ violations: 2, rated: 1, events: 1_000_000, perMillion: 1 })
  expect(view.total).toMatchObject({ violations: 3, rated: 1, perMillion: 1 })
})

test('what is late, and what Segment counts again, changes the days it is of', async () => {
  await version(1, at(1), aRule('Order Completed'))
  world.setNow(at(20))
  await arrive({ key: '1', at: at(4) })
  await counted('volume', [{ hour: at(4), eventName: 'Order Completed', count: 1_000_000 }])
  await countDays(world.ctx, changingDays)
  await arrive({ key: '2', at: at(4) }, { key: '3', at: at(20, 11) })
  await counted('volume', [{ hour: at(4), eventName: 'Order Completed', count: 2_000_000 }])
  await countDays(world.ctx, 2)
  expect(pointOf(await read(), 4)).toMatchObject({ violations: 1, events: 1_000_000 })
  expect(pointOf(await read(), 20)).toMatchObject({ violations: 1, events: null })
  await countDays(world.ctx, changingDays)
  expect(pointOf(await read(), 4)).toMatchObject({ violations: 2, events: 2_000_000, perMillion: 1 })
})

test('time to resolve is the median from the last beginning', async () => {
  const one = (pointer: string, set: Partial<Occurrence>) => ({ key: pointer, pointer, ...set })
  world.setNow(at(2, 1))
  await arrive(one('/a', { at: at(2, 0) }), one('/b', { at: at(2, 0) }), one('/c', { at: at(2, 0) }))
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 5 }, world.ctx.now()),
  )
  const decide = async (pointer: string, status: 'resolved' | 'ignored' | 'open', when: string) => {
    world.setNow(when)
    const { id } = violations.find((each) => each.pointer === pointer) ?? { id: '' }
    await changeViolation(world.ctx, { id, status, ...(status === 'ignored' ? { reason: 'No harm' } : {}) })
  }
  await decide('/a', 'resolved', at(2, 10))
  await decide('/b', 'resolved', at(3, 0))
  await decide('/c', 'ignored', at(3, 1))
  await decide('/a', 'open', at(4, 0))
  await decide('/a', 'resolved', at(4, 3))
  const view = await read()
  expect(pointOf(view, 2)).toMatchObject({ opened: 3, resolved: 1, hoursToResolve: 10 })
  expect(pointOf(view, 3)).toMatchObject({ opened: 0, resolved: 1, hoursToResolve: 24 })
  expect(pointOf(view, 4)).toMatchObject({ resolved: 1, hoursToResolve: 3 })
  expect(view.total).toMatchObject({ opened: 3, resolved: 3, hoursToResolve: 10 })
  world.setNow(at(40))
  const later = await read()
  expect(later.total).toMatchObject({ resolved: 0, hoursToResolve: null })
  expect(later.before).toMatchObject({ opened: 3, resolved: 3, hoursToResolve: 10 })
})

test('described and owned events are those of the version of the day, owned by the policy of now', async () => {
  const words = { description: 'Somebody paid', labels: { team: 'checkout' } }
  await version(1, at(2), aRule('Order Completed', words), aRule('Cart Viewed'))
  await version(
    2,
    at(4),
    aRule('Trip Booked', words),
    aRule('Member Joined'),
    aRule(null, {}, { type: 'IDENTIFY' }),
  )
  world.setNow(at(6))
  const ownership = { name: 'Checkout', type: null, key: null, group: 'g' }
  await world.ctx.transaction(({ policies }) =>
    policies.save(planId, {
      revision: 1,
      policy: {
        ...defaultPolicy,
        ownerships: [{ ...ownership, label: { name: 'team', value: 'checkout' } }],
      },
    }),
  )
  const view = await read()
  expect(view.hasOwners).toBe(true)
  expect(pointOf(view, 1)).toMatchObject({ planned: null, described: null, owned: null })
  expect(pointOf(view, 2)).toMatchObject({ planned: 2, described: 1, owned: 1 })
  expect(pointOf(view, 3)).toMatchObject({ planned: 2 })
  expect(pointOf(view, 4)).toMatchObject({ planned: 4, described: 2, owned: 2 })
  expect(view.total).toMatchObject({ planned: 4, described: 2, owned: 2 })
  expect(view.before.planned).toBeNull()
})

test('plans of a workspace are summed; what is unknown of one does not hide the other', async () => {
  await version(1, at(1), aRule('Order Completed'))
  world.setNow(at(5))
  await arrive({ key: '1', at: at(4) })
  await counted('volume', [{ hour: at(4), eventName: 'Order Completed', count: 1_000_000 }])
  const second = await world.ctx.transaction(({ plans }) =>
    plans.upsert({
      ...{
        workspaceId,
        segmentId: `tp ${planId}`,
        resourceSchemaId: null,
        name: 'Backoffice',
        description: null,
      },
      newId: world.ctx.newId(),
    }),
  )
  const first = planId
  planId = second
  await arrive({ key: 'x', at: at(4) }, { key: 'y', at: at(4) })
  await countDays(world.ctx, changingDays)
  expect((await read({ plan: second })).total).toMatchObject({ violations: 2, perMillion: null })
  expect((await read({ plan: first })).total).toMatchObject({ violations: 1, perMillion: 1 })
  const both = await read({ workspace: workspaceId, days: '90' })
  expect(both.points).toHaveLength(13)
  expect(both.total).toMatchObject({
    violations: 3,
    events: 1_000_000,
    perMillion: 1,
    coverage: 1,
    planned: 1,
  })
})
