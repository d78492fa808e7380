import { expect, test } from 'vitest'
import type { Failure } from '@/contracts/failure'
import { segmentGateway } from '@/server/segment/gateway'
import type { Waiting } from '@/server/segment/retrying'
import { failureOf, sandboxWorld, wireRule } from '@/testing/sandbox-world'
import { listPlans } from '../plans/list-plans'
import { readPlan } from '../plans/read-plan'
import { startSync } from '../plans/start-sync'
import { syncPlan } from '../plans/sync-plan'
import { isTokenConnected } from '../start/is-token-connected'
import { pullMetrics } from '../violations/pull-metrics'
import { checkWorkspace } from './check-workspace'
import { connectWorkspace } from './connect-workspace'
import { listWorkspaces } from './list-workspaces'
import { removeWorkspace } from './remove-workspace'
import { scheduleSyncs } from './schedule-syncs'
import { syncWorkspace } from './sync-workspace'

/** The gateway's own pauses are tested where it is; here they would only pass the time. */
const hasty: Waiting = { sleep: async () => {}, now: Date.now, random: () => 0 }

const world = (role?: 'admin' | 'viewer') =>
  sandboxWorld({ role, segment: (connection) => segmentGateway(connection, hasty) })

/** A world with one loaded plan, connected; the plan's rules are not read yet. */
const worldWith = async (rules: readonly unknown[]) => {
  const there = await world()
  await there.control('PUT', '/plans/tp_test/rules', { name: 'Test plan', rules })
  const { id } = await connectWorkspace(there.ctx, there.input)
  const planId = (await readPlan(there.ctx, { plan: 'tp_test' })).id
  const sync = (progress: () => Promise<void> = async () => {}) => syncPlan(there.job, { planId, progress })
  return { ...there, workspaceId: id, planId, sync }
}

test('a check says what the token opens and keeps nothing; connecting makes the LIVE plans known at once', async () => {
  const { ctx, input } = await world()
  const check = await checkWorkspace(ctx, input)
  expect(check.plans.map(({ name }) => name)).toEqual(['Storefront', 'Mobile app'])
  expect(check.alreadyConnected).toBe(false)
  expect((await listWorkspaces(ctx)).data).toEqual([])

  const { id, jobId } = await connectWorkspace(ctx, input)
  expect((await listWorkspaces(ctx)).data).toMatchObject([
    { id, name: check.name, plans: 2, demo: false, problem: null },
  ])
  expect((await listPlans(ctx, {})).data).toMatchObject([
    { name: 'Mobile app', headVersion: null, liveVersion: null, drift: null, rules: 0 },
    { name: 'Storefront', headVersion: null },
  ])
  expect((await checkWorkspace(ctx, input)).alreadyConnected).toBe(true)
  expect(await connectWorkspace(ctx, input)).toEqual({ id, jobId })
})

test.each<[string, object, Failure['code'], RegExp]>([
  [
    'a wrong token',
    { token: 'wrong' },
    'segment-refused',
    /does not accept this token in the US region.*not in the EU/,
  ],
  [
    'the wrong region',
    { token: 'wrong', region: 'eu' },
    'segment-refused',
    /in the EU region.*not in the US region/,
  ],
  [
    'a workspace without Protocols',
    { token: 'sandbox-no-protocols' },
    'segment-refused',
    /Protocols is not enabled/,
  ],
])('%s is told, and nothing is kept', async (_name, wrong, code, words) => {
  const { ctx, input } = await world()
  const failure = await failureOf(connectWorkspace(ctx, { ...input, ...wrong }))
  expect(failure).toMatchObject({ code, detail: words })
  expect((await listWorkspaces(ctx)).data).toEqual([])
})

test('an address where nothing answers is told', async () => {
  const { ctx, input } = await world()
  const failure = await failureOf(checkWorkspace(ctx, { ...input, apiUrl: 'http://127.0.0.1:1' }))
  expect(failure).toMatchObject({
    code: 'segment-unavailable',
    detail: /cannot be reached at http:\/\/127\.0\.0\.1:1: Nothing/,
  })
})

test('a viewer connects nothing and syncs nothing', async () => {
  const { ctx, input } = await world('viewer')
  expect((await failureOf(connectWorkspace(ctx, input))).code).toBe('not-allowed')
  expect((await failureOf(startSync(ctx, { plan: 'tp_x' }))).code).toBe('not-allowed')
})

test('sync of a workspace brings sources with their settings and plans, and asks for each plan and the metrics', async () => {
  const { ctx, job, input } = await world()
  const { id } = await connectWorkspace(ctx, input)
  expect(await syncWorkspace(job, { workspaceId: id })).toMatchObject({ done: { plans: 2 } })
  const [mobile, storefront] = (await listPlans(ctx, {})).data
  expect(storefront?.sources.length).toBeGreaterThan(0)
  expect(mobile?.syncJobId).not.toBeNull()
  const sources = await ctx.transaction((stores) => stores.sources.ofWorkspace(id))
  expect(sources.filter(({ settings }) => settings !== null).length).toBeGreaterThan(0)
  const jobs = await ctx.transaction((stores) => stores.jobs.list({ limit: 20 }))
  expect(jobs.jobs.map(({ kind }) => kind).sort()).toEqual([
    'pull-metrics',
    'sync-plan',
    'sync-plan',
    'sync-workspace',
  ])
  expect((await startSync(ctx, { plan: storefront?.id ?? '' })).jobId).toBe(storefront?.syncJobId)
})

test('under another SECRET_KEY every job says what is the matter, and connecting again mends it', async () => {
  const { ctx, job, input, workspaceId, planId, sync } = await worldWith([wireRule('A')])
  await sync()
  const secrets = { ...job.secrets, tryOpen: () => null }
  const locked = { ...job, secrets }
  const failed = { failed: { code: 'segment-refused', message: expect.stringMatching(/another SECRET_KEY/) } }
  expect(await syncWorkspace(locked, { workspaceId })).toEqual(failed)
  expect(await syncPlan(locked, { planId, progress: async () => {} })).toEqual(failed)
  expect(await readPlan(ctx, { plan: planId })).toMatchObject({
    headVersion: 1,
    problem: { message: expect.stringMatching(/connect the workspace again/) },
  })
  expect(await isTokenConnected({ ...ctx, secrets }, { token: 'sandbox' })).toBe(false)
  await connectWorkspace(ctx, input)
  expect(await sync()).toMatchObject({ done: { changed: false } })
})

test('a removed workspace leaves nothing but its audit chain, and its jobs end quietly', async () => {
  const { ctx, job, workspaceId, sync } = await worldWith([wireRule('A')])
  await sync()
  const { id: planId } = await readPlan(ctx, { plan: 'tp_test' })
  await removeWorkspace(ctx, { id: workspaceId })
  expect((await listPlans(ctx, {})).data).toEqual([])
  const removed = { done: { removed: true } }
  expect(await syncPlan(job, { planId, progress: async () => {} })).toEqual(removed)
  expect(await syncWorkspace(job, { workspaceId })).toEqual(removed)
  expect(await pullMetrics(job, { workspaceId })).toEqual(removed)
  const { entries } = await ctx.transaction(({ audit }) => audit.recent({ chains: [workspaceId], limit: 10 }))
  expect(entries.map(({ action }) => action)).toEqual([
    'workspace-removed',
    'plan-imported',
    'workspace-connected',
  ])
})

test('a plan that Segment lists no more keeps what was known, and says so', async () => {
  const { ctx, url, job, workspaceId, sync } = await worldWith([wireRule('A')])
  await sync()
  const headers = { authorization: 'Bearer sandbox' }
  expect((await fetch(`${url}/tracking-plans/tp_test`, { method: 'DELETE', headers })).ok).toBe(true)
  await syncWorkspace(job, { workspaceId })
  expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({
    headVersion: 1,
    rules: 1,
    problem: { code: 'not-listed' },
  })
})

test('every listed plan is read again from time to time, one job each', async () => {
  const { ctx, job, input, url } = await world()
  const { id } = await connectWorkspace(ctx, input)
  const [mobile, storefront] = (await listPlans(ctx, {})).data
  const headers = { authorization: 'Bearer sandbox' }
  await fetch(`${url}/tracking-plans/${mobile?.segmentId}`, { method: 'DELETE', headers })
  await syncWorkspace(job, { workspaceId: id })
  await scheduleSyncs(job)
  await scheduleSyncs(job)
  const { jobs } = await ctx.transaction((stores) => stores.jobs.list({ limit: 20 }))
  const syncs = jobs.filter(({ kind }) => kind === 'sync-plan')
  expect(syncs.map(({ subject }) => subject)).toEqual([`plan:${storefront?.id}`])
})
