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

const world = async ({ isSilent = false } = {}) => {
  const asked: { readonly sourceId: string; readonly from: string; readonly to: string }[] = []
  const made = await sandboxWorld({
    segment: (connection) => {
      const gateway = segmentGateway(connection, hasty)
      return {
        ...gateway,
        eventVolume: (sourceId, from, to) => {
          asked.push({ sourceId, from, to })
          return isSilent ? Promise.resolve({ ok: true, value: [] }) : gateway.eventVolume(sourceId, from, to)
        },
      }
    },
  })
  return { ...made, asked }
}

const dayMs = 24 * 3_600_000

test('metrics go back 30 days at first, then repeat the last hours and count nothing twice', async () => {
  const { ctx, job, input, setNow, asked } = await world()
  const { id } = await connectWorkspace(ctx, input)
  await syncWorkspace(job, { workspaceId: id })
  const plan = (await listPlans(ctx, {})).data.find(({ name }) => name === 'Storefront')
  await syncPlan(job, { planId: plan?.id ?? '', progress: async () => {} })
  const totals = () => ctx.transaction((stores) => stores.sources.dailyTotals('2000-01-01T00:00:00Z'))
  expect(await totals()).toEqual([])
  expect(await pullMetrics(job, { workspaceId: id })).toMatchObject({ done: { withoutBlocked: [] } })
  const first = await totals()
  const oldest = Math.min(...asked.map(({ from }) => Date.parse(from)))
  expect(Date.parse(ctx.now()) - oldest).toBeGreaterThan(29.9 * dayMs)
  expect(Math.max(...asked.map(({ from, to }) => Date.parse(to) - Date.parse(from)))).toBe(14 * dayMs)
  expect(first.length).toBeGreaterThanOrEqual(7)
  expect(first.every(({ volume }) => volume > 0)).toBe(true)
  expect(first.some(({ blocked }) => blocked > 0)).toBe(true)
  const governed = new Set(asked.map(({ sourceId }) => sourceId)).size
  asked.length = 0
  await pullMetrics(job, { workspaceId: id })
  expect(await totals()).toEqual(first)
  expect(asked).toHaveLength(governed)
  expect(Math.min(...asked.map(({ from }) => Date.parse(from)))).toBeGreaterThan(
    Date.parse(ctx.now()) - 4 * 3_600_000,
  )
  setNow(new Date(Date.parse(ctx.now()) + 60_000).toISOString())
  const { data } = await listCatalog(ctx, { plan: plan?.id ?? '', limit: 50, type: 'TRACK' })
  expect(data.some(({ eventsLastWeek }) => (eventsLastWeek ?? 0) > 0)).toBe(true)
})

test('a source that is silent is known to be, and one that was not asked for weeks gives them all', async () => {
  const { ctx, job, input, asked } = await world({ isSilent: true })
  const { id } = await connectWorkspace(ctx, input)
  await syncWorkspace(job, { workspaceId: id })
  await pullMetrics(job, { workspaceId: id })
  const governed = new Set(asked.map(({ sourceId }) => sourceId)).size
  asked.length = 0
  // Segment is asked again what sources there are; what is known of their counts stays.
  await syncWorkspace(job, { workspaceId: id })
  await pullMetrics(job, { workspaceId: id })
  expect(asked).toHaveLength(governed)
  const [{ sourceId, to } = { sourceId: '', to: '' }] = asked
  asked.length = 0
  const before = new Date(Date.parse(to) - 20 * dayMs).toISOString()
  await ctx.transaction(({ sources }) => sources.setPulledUntil(id, sourceId, before))
  await pullMetrics(job, { workspaceId: id })
  const windows = asked.filter((one) => one.sourceId === sourceId)
  expect(windows).toHaveLength(2)
  expect(asked[0]).toBe(windows[0])
  expect(Date.parse(windows[0]?.from ?? '')).toBeLessThan(Date.parse(before))
  expect(windows[1]?.from).toBe(windows[0]?.to)
  expect(windows[1]?.to).toBe(to)
})

test('a rate limit in the middle keeps what was pulled and comes back later', async () => {
  const { ctx, job, input, control, asked } = await world()
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
  const pulled = await ctx.transaction((stores) => stores.sources.pulledUntil(id))
  const [[sourceId, until] = ['', '']] = Object.entries(pulled)
  expect(pulled).toEqual({ [sourceId]: asked[0]?.to })
  asked.length = 0
  await control('DELETE', '/faults')
  expect(await pullMetrics(job, { workspaceId: id })).toMatchObject({ done: {} })
  const left = asked.filter((one) => one.sourceId === sourceId)
  expect(left).toHaveLength(2)
  expect(Date.parse(left[0]?.from ?? '')).toBe(Date.parse(until) - 3 * 3_600_000)
})
