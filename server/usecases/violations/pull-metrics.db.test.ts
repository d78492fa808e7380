import { expect, test } from 'vitest'
import { segmentGateway } from '@/server/segment/gateway'
import type { Waiting } from '@/server/segment/retrying'
import { sandboxWorld } from '@/testing/sandbox-world'
import { listCatalog } from '../plans/list-catalog'
import { listPlans } from '../plans/list-plans'
import { syncPlan } from '../plans/sync-plan'
import { connectWorkspace } from '../workspaces/connect-workspace'
import { syncWorkspace } from '../workspaces/sync-workspace'
import { pullMetrics } from './pull-metrics'

/** The gateway's own pauses are tested where it is; here they would only pass the time. */
const hasty: Waiting = { sleep: async () => {}, now: Date.now, random: () => 0 }

const world = (role?: 'admin' | 'viewer') =>
  sandboxWorld({ role, segment: (connection) => segmentGateway(connection, hasty) })

test('metrics go back seven days at first, then repeat the last hours and count nothing twice', async () => {
  const { ctx, job, input, setNow } = await world()
  const { id } = await connectWorkspace(ctx, input)
  await syncWorkspace(job, { workspaceId: id })
  const plan = (await listPlans(ctx, {})).data.find(({ name }) => name === 'Storefront')
  await syncPlan(job, { planId: plan?.id ?? '', progress: async () => {} })
  const totals = () => ctx.transaction((stores) => stores.sources.dailyTotals('2000-01-01T00:00:00Z'))
  expect(await totals()).toEqual([])
  expect(await pullMetrics(job, { workspaceId: id })).toMatchObject({ done: { withoutBlocked: [] } })
  const first = await totals()
  expect(first.length).toBeGreaterThanOrEqual(7)
  expect(first.every(({ volume }) => volume > 0)).toBe(true)
  expect(first.some(({ blocked }) => blocked > 0)).toBe(true)
  await pullMetrics(job, { workspaceId: id })
  expect(await totals()).toEqual(first)
  setNow(new Date(Date.parse(ctx.now()) + 60_000).toISOString())
  const { data } = await listCatalog(ctx, { plan: plan?.id ?? '', limit: 50, type: 'TRACK' })
  expect(data.some(({ eventsLastWeek }) => (eventsLastWeek ?? 0) > 0)).toBe(true)
})

test('a rate limit in the middle keeps what was pulled and comes back later', async () => {
  const { ctx, job, input, control } = await world()
  const { id } = await connectWorkspace(ctx, input)
  await syncWorkspace(job, { workspaceId: id })
  await control('POST', '/faults', {
    match: { path: '^/events/volume$' },
    times: null,
    after: 1,
    do: 'rate-limit',
    ms: 90_000,
  })
  expect(await pullMetrics(job, { workspaceId: id })).toMatchObject({
    retry: { code: 'rate-limited', afterMs: expect.any(Number) },
  })
  expect(Object.keys(await ctx.transaction((stores) => stores.sources.lastHours(id)))).toHaveLength(1)
})
