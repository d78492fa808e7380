import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { segmentGateway } from '@/server/segment/gateway'
import { aRule } from '@/testing/a-rule'
import { type ConnectedPlan, connectedPlan } from '@/testing/connected-plan'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { confinedToDemo } from '../confined-to-demo'
import { readOverview } from '../overview/read-overview'
import { listVersions } from '../plans/list-versions'
import { syncPlan } from '../plans/sync-plan'
import { addTarget } from './add-target'
import { changeTarget } from './change-target'
import { listTargets } from './list-targets'
import { promote } from './promote'
import { removeTarget } from './remove-target'

let world: TestContext
let development: ConnectedPlan
let staging: ConnectedPlan
let production: ConnectedPlan
beforeAll(async () => {
  world = await testContext({
    segment: (connection) =>
      segmentGateway(connection, { sleep: async () => {}, now: Date.now, random: () => 0 }),
  })
})
beforeEach(async () => {
  development = await connectedPlan(world.ctx, [aRule('Order Completed', { description: 'Paid' })])
  staging = await connectedPlan(world.ctx, [])
  production = await connectedPlan(world.ctx, [])
})
afterEach(() => Promise.all([development, staging, production].map((plan) => plan.close())))
afterAll(() => world.drop())

const link = (plan: ConnectedPlan, target: ConnectedPlan, stage: string, ctx = world.ctx) =>
  addTarget(ctx, { plan: plan.planId, target: target.planId, stage })

const stages = async (plan: ConnectedPlan) =>
  (await listTargets(world.ctx, { plan: plan.planId })).data.map(({ plan: { id }, stage, depth }) => [
    id,
    stage,
    depth,
  ])

const workspaceOf = ({ planId }: ConnectedPlan) =>
  world.ctx.transaction(async ({ plans }) => (await plans.find(planId))?.workspaceId ?? '')

const actions = async (plan: ConnectedPlan) =>
  world.ctx.transaction(async ({ audit }) =>
    (await audit.ofSubject(`plan:${plan.planId}`)).map(({ action, details }) => ({ action, ...details })),
  )

test('stages stand in one line, whichever plan of it is asked', async () => {
  await link(development, staging, 'Staging')
  const line = await link(staging, production, ' Production ')
  expect(line.can).toEqual({ manage: true, promote: true })
  const expected = [
    [development.planId, null, 0],
    [staging.planId, 'Staging', 1],
    [production.planId, ' Production ', 2],
  ]
  for (const plan of [development, staging, production]) expect(await stages(plan)).toEqual(expected)
  expect(await actions(staging)).toMatchObject([
    { action: 'target-added', stage: 'Staging', follows: development.planId },
  ])
})

test('the overview shows every line of more than one stage, and no plan that stands alone', async () => {
  const here = async () =>
    (await readOverview(world.ctx)).lines
      .map((stages) =>
        stages.map(({ plan, stage, liveVersion, behind }) => [plan.id, stage, liveVersion, behind]),
      )
      .filter((stages) => stages.some(([id]) => id === development.planId || id === production.planId))
  expect(await here()).toEqual([])
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  expect(await here()).toEqual([
    [
      [development.planId, null, 1, null],
      [staging.planId, 'Staging', 1, 1],
      // It holds all that staging has.
      [production.planId, 'Production', 1, 0],
    ],
  ])
})

test('a plan follows one other, never itself by a detour, and stages of a line are told apart', async () => {
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  expect(await failureOf(link(production, development, 'First'))).toMatchObject({ status: 'circle' })
  expect(await failureOf(link(development, development, 'First'))).toMatchObject({ status: 'circle' })
  expect(await failureOf(link(development, production, 'Again'))).toMatchObject({ status: 'follows' })
  const other = await connectedPlan(world.ctx, [])
  expect(await failureOf(link(development, other, 'production'))).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'stage' }],
  })
  await other.close()
})

test('two links that would close a circle together are not both let in', async () => {
  const results = await Promise.allSettled([
    link(development, staging, 'One'),
    link(staging, development, 'Two'),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a new plan is made in another workspace, read like any other, and may be promoted to', async () => {
  const workspace = await workspaceOf(staging)
  const { data } = await addTarget(world.ctx, {
    plan: development.planId,
    workspace,
    name: 'Storefront (staging)',
    stage: 'Staging',
  })
  const [, made] = data
  expect(made).toMatchObject({
    plan: { name: 'Storefront (staging)' },
    workspace: { id: workspace },
    headVersion: null,
    behind: 1,
  })
  const name = { plan: development.planId, id: `${made?.plan.id}` }
  expect(await failureOf(promote(world.ctx, name))).toMatchObject({ status: 'not-read' })
  const job = world.asActor({ kind: 'job', personId: null, name: 'Test', jobId: 'job' })
  await syncPlan(job, { planId: name.id, progress: async () => {} })
  expect((await promote(world.ctx, name)).edits).toMatchObject([{ key: 'Order Completed', before: null }])

  const again = { plan: development.planId, workspace, name: 'storefront (Staging)', stage: 'Again' }
  expect(await failureOf(addTarget(world.ctx, again))).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'name' }],
  })
})

test('where Segment refuses a new plan, nothing is kept', async () => {
  const workspace = await workspaceOf(staging)
  const body = { errors: [{ type: 'forbidden', message: 'no more plans' }] }
  await staging.arm({ do: 'status', status: 422, body, match: { method: 'POST' } })
  const input = { plan: development.planId, workspace, name: 'Another', stage: 'Staging' }
  expect(await failureOf(addTarget(world.ctx, input))).toMatchObject({ code: 'segment-refused' })
  expect(await stages(development)).toHaveLength(1)
  expect(await actions(development)).toEqual([])
})

test('stages are renamed, the first one too, and put in order', async () => {
  await link(development, staging, 'Staging')
  await link(development, production, 'Production')
  const of = (plan: ConnectedPlan) => ({ plan: development.planId, id: plan.planId })
  await changeTarget(world.ctx, { ...of(development), stage: 'Development' })
  await changeTarget(world.ctx, { ...of(production), position: 0 })
  await changeTarget(world.ctx, { ...of(staging), stage: 'Load test' })
  expect(await stages(development)).toEqual([
    [development.planId, 'Development', 0],
    [production.planId, 'Production', 1],
    [staging.planId, 'Load test', 1],
  ])
  expect(await failureOf(changeTarget(world.ctx, { ...of(staging), stage: 'development' }))).toMatchObject({
    code: 'invalid-input',
  })
})

test('a stage moves under another plan in one step, with what follows it, and what was promoted is forgotten', async () => {
  const shops = await connectedPlan(world.ctx, [aRule('Shop Opened', { description: 'Ours' })])
  const eu = await connectedPlan(world.ctx, [])
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  await link(shops, eu, 'Europe')
  await world.ctx.transaction(async ({ targets }) => {
    const known = await targets.find(staging.planId)
    if (known) await targets.save({ ...known, promoted: { version: 1, at: world.ctx.now() } })
  })
  const name = { plan: development.planId, id: staging.planId }
  const { data } = await changeTarget(world.ctx, { ...name, follows: shops.planId, stage: 'Test' })
  expect(
    data.map(({ plan: { id }, stage, depth, promoted, behind }) => [id, stage, depth, promoted, behind]),
  ).toEqual([
    [shops.planId, null, 0, null, null],
    [eu.planId, 'Europe', 1, null, 1],
    [staging.planId, 'Test', 1, null, 1],
    [production.planId, 'Production', 2, expect.anything(), 0],
  ])
  expect(await stages(development)).toEqual([[development.planId, null, 0]])
  expect(await actions(staging)).toMatchObject([
    {
      action: 'target-moved',
      before: { stage: 'Staging', follows: development.planId, promoted: 1 },
      after: { stage: 'Test', follows: shops.planId },
    },
    { action: 'target-added' },
  ])
  expect(await staging.writes()).toEqual([])
  await Promise.all([shops.close(), eu.close()])
})

test('a stage is moved by the rules by which it is added', async () => {
  const shops = await connectedPlan(world.ctx, [aRule('Shop Opened', { description: 'Ours' })])
  const eu = await connectedPlan(world.ctx, [])
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  await link(shops, eu, 'production')
  const name = { plan: development.planId, id: staging.planId }
  const move = (id: string, follows: string, ctx = world.ctx) =>
    failureOf(changeTarget(ctx, { ...name, id, follows }))
  expect(await move(staging.planId, production.planId)).toMatchObject({ status: 'circle' })
  expect(await move(staging.planId, staging.planId)).toMatchObject({ status: 'circle' })
  expect(await move(development.planId, shops.planId)).toMatchObject({ status: 'first' })
  expect(await move(staging.planId, 'nothing')).toMatchObject({ code: 'not-found' })
  // What goes along is told apart from the stages there, too.
  expect(await move(staging.planId, shops.planId)).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'stage' }],
  })
  expect(await move(staging.planId, shops.planId, await world.as('contributor'))).toMatchObject({
    code: 'not-allowed',
  })
  expect(await stages(development)).toHaveLength(3)
  // Nothing is moved, so nothing is told.
  await changeTarget(world.ctx, { ...name, follows: development.planId })
  expect(await actions(staging)).toMatchObject([{ action: 'target-added' }])
  // Within its own line.
  await changeTarget(world.ctx, { ...name, id: production.planId, follows: development.planId })
  expect(await stages(development)).toEqual([
    [development.planId, null, 0],
    [staging.planId, 'Staging', 1],
    [production.planId, 'Production', 1],
  ])
  await Promise.all([shops.close(), eu.close()])
})

test('an unlinked plan keeps what follows it, and Segment is not touched', async () => {
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  await removeTarget(world.ctx, { plan: development.planId, id: staging.planId })
  expect(await stages(development)).toEqual([[development.planId, null, 0]])
  expect(await stages(production)).toEqual([
    [staging.planId, 'Staging', 0],
    [production.planId, 'Production', 1],
  ])
  expect(await staging.writes()).toEqual([])
  expect(await actions(staging)).toMatchObject([
    { action: 'target-removed', followed: development.planId },
    { action: 'target-added' },
  ])
  expect(
    await failureOf(removeTarget(world.ctx, { plan: development.planId, id: staging.planId })),
  ).toMatchObject({ code: 'not-found' })
})

test('versions tell the stages that they are live on, through those between', async () => {
  await link(development, staging, 'Staging')
  await link(staging, production, 'Production')
  await world.ctx.transaction(async ({ targets }) => {
    const promoted = { version: 1, at: world.ctx.now() }
    for (const target of await targets.list())
      if ([staging.planId, production.planId].includes(target.planId))
        await targets.save({ ...target, promoted })
  })
  const liveOn = async () =>
    (await listVersions(world.ctx, { plan: development.planId, limit: 1 })).data[0]?.liveOn
  // Version 1 of staging is its own first import: it came with no version of development.
  expect(await liveOn()).toEqual(['Acme Commerce', 'Staging'])
})

test('who may not: contributors link nothing, viewers promote nothing, demo people leave the demo alone', async () => {
  await link(development, staging, 'Staging')
  const contributor = await world.as('contributor')
  expect(await failureOf(link(staging, production, 'Production', contributor))).toMatchObject({
    code: 'not-allowed',
  })
  const viewer = await world.as('viewer')
  const name = { plan: development.planId, id: staging.planId }
  expect(await failureOf(promote(viewer, name))).toMatchObject({ code: 'not-allowed' })
  expect((await listTargets(viewer, { plan: development.planId })).can).toEqual({
    manage: false,
    promote: false,
  })

  const workspace = await workspaceOf(production)
  const real = await world.ctx.transaction(async ({ workspaces, plans }) => {
    const found = await workspaces.find(workspace)
    if (!found) throw new Error('No workspace.')
    const id = world.ctx.newId()
    await workspaces.add({ ...found, id, segmentId: `ws_${id}`, demo: false })
    const plan = { segmentId: `tp_${id}`, resourceSchemaId: null, name: 'Real', description: null }
    const planId = await plans.upsert({ workspaceId: id, ...plan, newId: world.ctx.newId() })
    return { workspace: id, planId }
  })
  const { actor } = await world.as('admin')
  if (actor.kind !== 'person') throw new Error('A person was asked for.')
  const demo = confinedToDemo(world.asActor({ ...actor, demo: true }))
  const stage = 'Production'
  expect(
    await failureOf(addTarget(demo, { plan: staging.planId, target: real.planId, stage })),
  ).toMatchObject({ code: 'not-allowed' })
  expect(
    await failureOf(addTarget(demo, { plan: staging.planId, workspace: real.workspace, name: 'New', stage })),
  ).toMatchObject({ code: 'not-allowed' })
  expect(await production.writes()).toEqual([])
})
