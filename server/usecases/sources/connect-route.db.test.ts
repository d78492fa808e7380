import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Route } from '@/domain/sources/route'
import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { SegmentGateway } from '@/server/ports/segment-gateway'
import { segmentGateway } from '@/server/segment/gateway'
import type { Waiting } from '@/server/segment/retrying'
import { failureOf, sandboxWorld } from '@/testing/sandbox-world'
import { listAudit } from '../audit/list-audit'
import { syncPlan } from '../plans/sync-plan'
import { deliveryReceiver } from '../violations/receive-delivery'
import { connectWorkspace } from '../workspaces/connect-workspace'
import { syncWorkspace } from '../workspaces/sync-workspace'
import { connectRoute } from './connect-route'
import { disconnectRoute } from './disconnect-route'
import { listRoutes } from './list-routes'
import { readSource } from './read-source'
import { startConnect } from './start-connect'
import { startDisconnect } from './start-disconnect'
import { testRoute } from './test-route'

/** The gateway's own pauses are tested where it is; here they would only pass the time. */
const hasty: Waiting = { sleep: async () => {}, now: Date.now, random: () => 0 }

/** An installation that is connected to a sandbox, with an address at which it takes deliveries. */
const connectedWorld = async () => {
  const spoiled: { gateway: (real: SegmentGateway) => SegmentGateway } = { gateway: (real) => real }
  const world = await sandboxWorld({
    segment: (connection) => spoiled.gateway(segmentGateway(connection, hasty)),
  })
  const { receive } = deliveryReceiver(world.job)
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const endpointId = request.url?.split('/').at(-1) ?? ''
      const signature = request.headers['x-signature']
      const taken = await receive({
        endpointId,
        rawBody: Buffer.concat(chunks).toString(),
        signature: typeof signature === 'string' ? signature : null,
      }).then(
        () => 200,
        () => 422,
      )
      response.writeHead(taken).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const at = (ctx: Context): Context => ({ ...ctx, appUrl })
  const { id: workspaceId } = await connectWorkspace(world.ctx, world.input)
  await syncWorkspace(world.job, { workspaceId })
  const [ctx, job] = [at(world.ctx), at(world.job)]
  const sources = await ctx.transaction((stores) => stores.sources.ofWorkspace(workspaceId))
  const source = (name: string) => {
    const found = sources.find((one) => one.name === name)
    if (!found) throw new Error(`The sandbox has no source ${name}.`)
    return found
  }
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(world.url + path, {
      method,
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.json()
  }
  /** The source with a forwarding setting of nobody's. */
  const cleared = async (name: string) => {
    const { id, settings } = source(name)
    const { forwardingViolationsTo: _, ...rest } = settings ?? {}
    await ask('PATCH', `/sources/${id}/settings`, rest)
    await ctx.transaction((stores) => stores.sources.setSettings(workspaceId, id, rest, ctx.now()))
    return id
  }
  const run = async (id: string, route: Route, lastAttempt = false): Promise<JobRunEnd> => {
    const address = { workspaceId, sourceId: id, route }
    return connectRoute(job, { ...address, id: 'run', progress: async () => {}, lastAttempt })
  }
  const connect = async (id: string, route: Route) => {
    const { jobId } = await startConnect(ctx, { id, route })
    const end = await run(id, route)
    await ctx.transaction(({ jobs }) => jobs.succeed(jobId, ctx.now(), null))
    return end
  }
  const disconnect = async (id: string, route: Route) => {
    const { jobId } = await startDisconnect(ctx, { id, route })
    const end = await disconnectRoute(job, {
      workspaceId,
      sourceId: id,
      route,
      id: 'run',
      lastAttempt: false,
    })
    await ctx.transaction(({ jobs }) => jobs.succeed(jobId, ctx.now(), null))
    return end
  }
  const route = async (id: string, name: Route) =>
    (await listRoutes(ctx, { id })).data.find((one) => one.route === name)
  /** What the workspace holds that is ours. */
  const inSegment = async () => {
    const list = (path: string, name: string) =>
      ask('GET', `${path}?pagination.count=100`).then(({ data }) => data[name])
    const all: { id: string; name: string; slug: string }[] = await list('/sources', 'sources')
    const destinations: { id: string; name: string }[] = await list('/destinations', 'destinations')
    const ours = destinations.filter(({ name }) => name.startsWith('Plumbline'))
    const mappings = await Promise.all(
      ours.map(({ id }) => list(`/destinations/${id}/subscriptions`, 'subscriptions')),
    )
    return {
      sources: all.filter(({ slug }) => slug === 'plumbline-violations').length,
      destinations: ours.length,
      mappings: mappings.flat().length,
    }
  }
  const settingsOf = async (id: string) => (await ask('GET', `/sources/${id}/settings`)).data.settings
  return {
    ...world,
    ctx,
    job,
    workspaceId,
    source,
    cleared,
    ask,
    run,
    connect,
    disconnect,
    route,
    inSegment,
    settingsOf,
    spoiled,
  }
}

let world: Awaited<ReturnType<typeof connectedWorld>>

beforeEach(async () => {
  world = await connectedWorld()
})

describe('violation forwarding', () => {
  test('is set up from nothing, proves itself, and is taken away without a trace', async () => {
    const { connect, disconnect, cleared, inSegment, settingsOf, route, source, job, ctx } = world
    const id = await cleared('Web Shop')
    const before = await settingsOf(id)
    await syncPlan(job, { planId: source('Web Shop').planId ?? '', progress: async () => {} })

    expect(await connect(id, 'forwarding')).toEqual({ done: { route: 'forwarding', byHand: false } })
    expect(await inSegment()).toEqual({ sources: 1, destinations: 1, mappings: 1 })
    expect(await route(id, 'forwarding')).toMatchObject({
      status: 'connected',
      steps: [{ state: 'done' }, { state: 'done' }, { state: 'done' }, { state: 'done' }, { state: 'done' }],
    })

    const started = await testRoute(ctx, { id, route: 'forwarding' })
    expect(started).toMatchObject({ problem: null, sentAt: expect.any(String) })
    await expect
      .poll(async () => (await route(id, 'forwarding'))?.test?.arrivedAt)
      .toEqual(expect.any(String))
    const violations = await ctx.transaction((stores) => stores.violations.countOpen())
    expect(violations).toBe(0)

    expect(await connect(id, 'forwarding')).toMatchObject({ done: { byHand: false } })
    expect(await inSegment()).toEqual({ sources: 1, destinations: 1, mappings: 1 })

    expect(await disconnect(id, 'forwarding')).toMatchObject({ done: { removed: true } })
    expect(await inSegment()).toEqual({ sources: 0, destinations: 0, mappings: 0 })
    expect(await settingsOf(id)).toEqual(before)
    expect((await route(id, 'forwarding'))?.status).toBe('not-connected')
    const actions = (await listAudit(ctx, { limit: 50 })).data.map(({ action }) => action)
    for (const action of ['route-connect-asked', 'route-made', 'route-removed', 'route-disconnected'])
      expect(actions).toContain(action)
  })

  test('uses the source that is forwarded to already, and leaves it and the setting when it goes', async () => {
    const { connect, disconnect, inSegment, settingsOf, source } = world
    const { id } = source('Web Shop')
    const before = await settingsOf(id)
    await connect(id, 'forwarding')
    expect(await inSegment()).toEqual({ sources: 0, destinations: 1, mappings: 1 })
    await disconnect(id, 'forwarding')
    expect(await inSegment()).toEqual({ sources: 0, destinations: 0, mappings: 0 })
    expect(await settingsOf(id)).toEqual(before)
  })

  test('of two sources shares what it stands on, until the last of them goes', async () => {
    const { connect, disconnect, cleared, inSegment } = world
    const [web, server] = [await cleared('Web Shop'), await cleared('Order Server')]
    await connect(web, 'forwarding')
    await connect(server, 'forwarding')
    await connect(server, 'blocked-events')
    expect(await inSegment()).toEqual({ sources: 1, destinations: 1, mappings: 2 })
    await disconnect(web, 'forwarding')
    expect(await inSegment()).toMatchObject({ sources: 1, destinations: 1 })
    await disconnect(server, 'forwarding')
    expect(await inSegment()).toMatchObject({ sources: 1, destinations: 1 })
    await disconnect(server, 'blocked-events')
    expect(await inSegment()).toEqual({ sources: 0, destinations: 0, mappings: 0 })
  })

  test('is finished by hand where mappings cannot be made from outside', async () => {
    const { connect, cleared, control, route, inSegment } = world
    const id = await cleared('Web Shop')
    await control('POST', '/faults', { do: 'feature-off', match: { path: '/subscriptions$' }, times: null })
    expect(await connect(id, 'forwarding')).toMatchObject({ done: { byHand: true } })
    const shown = await route(id, 'forwarding')
    expect(shown?.status).toBe('by-hand')
    expect(shown?.byHand.map(({ label }) => label)).toEqual(['Trigger', 'URL', 'Method', 'Data'])
    await control('DELETE', '/faults')
    expect(await connect(id, 'forwarding')).toMatchObject({ done: { byHand: false } })
    expect(await inSegment()).toEqual({ sources: 1, destinations: 1, mappings: 1 })
    expect((await route(id, 'forwarding'))?.status).toBe('connected')
  })

  test.each(['createSource', 'createDestination', 'createSubscription', 'changeSourceSettings'] as const)(
    'goes on after the worker was killed right after %s, and makes nothing twice',
    async (call) => {
      const { cleared, ctx, run, spoiled, inSegment, settingsOf, disconnect } = world
      const id = await cleared('Web Shop')
      const before = await settingsOf(id)
      await startConnect(ctx, { id, route: 'forwarding' })
      spoiled.gateway = (real) => ({
        ...real,
        [call]: async (...given: never[]) => {
          await (real[call] as (...given: never[]) => Promise<unknown>)(...given)
          throw new Error('killed')
        },
      })
      await expect(run(id, 'forwarding')).rejects.toThrow('killed')
      spoiled.gateway = (real) => real
      expect(await run(id, 'forwarding')).toMatchObject({ done: { byHand: false } })
      expect(await inSegment()).toEqual({ sources: 1, destinations: 1, mappings: 1 })
      await ctx.transaction(async ({ jobs }) => {
        const found = await jobs.list({ limit: 50 })
        for (const job of found.jobs) await jobs.succeed(job.id, ctx.now(), null)
      })
      await disconnect(id, 'forwarding')
      expect(await inSegment()).toEqual({ sources: 0, destinations: 0, mappings: 0 })
      expect(await settingsOf(id)).toEqual(before)
    },
  )

  test('waits out a rate limit, and says so at the step', async () => {
    const { cleared, ctx, run, control, route } = world
    const id = await cleared('Web Shop')
    await startConnect(ctx, { id, route: 'forwarding' })
    await control('POST', '/faults', {
      do: 'rate-limit',
      ms: 90_000,
      match: { path: '^/destinations$', method: 'POST' },
    })
    expect(await run(id, 'forwarding')).toMatchObject({ retry: { code: 'rate-limited' } })
    const steps = (await route(id, 'forwarding'))?.steps
    expect(steps?.[2]).toMatchObject({
      state: 'waiting',
      words: expect.stringMatching(/wait 90 s .*tried again by itself/),
    })
    expect(await run(id, 'forwarding')).toMatchObject({ done: { byHand: false } })
  })

  test('stops with the way on where the token may not write', async () => {
    const { cleared, ctx, run, spoiled, route } = world
    const id = await cleared('Web Shop')
    await startConnect(ctx, { id, route: 'forwarding' })
    spoiled.gateway = (real) => ({
      ...real,
      createSource: async () => ({ ok: false, problem: { kind: 'unauthorized', message: 'Unauthorized' } }),
    })
    expect(await run(id, 'forwarding')).toMatchObject({ failed: { code: 'segment-refused' } })
    expect(await route(id, 'forwarding')).toMatchObject({
      status: 'failed',
      steps: [
        { state: 'done' },
        { state: 'failed', words: expect.stringContaining('Source Admin') },
        {},
        {},
        {},
      ],
    })
  })
})

describe('blocked events', () => {
  test('come by their own mapping, and prove it', async () => {
    const { connect, cleared, route, ctx, job, source } = world
    const id = await cleared('Order Server')
    await syncPlan(job, { planId: source('Order Server').planId ?? '', progress: async () => {} })
    await connect(id, 'blocked-events')
    await testRoute(ctx, { id, route: 'blocked-events' })
    await expect
      .poll(async () => (await route(id, 'blocked-events'))?.test?.arrivedAt)
      .toEqual(expect.any(String))
  })
})

describe('inline', () => {
  test('stands on the source itself, and events that are wrong arrive', async () => {
    const { connect, disconnect, source, route, ctx, job, inSegment, ask } = world
    const { id, planId } = source('Web Shop')
    await syncPlan(job, { planId: planId ?? '', progress: async () => {} })
    await connect(id, 'inline')
    expect(await inSegment()).toEqual({ sources: 0, destinations: 1, mappings: 1 })
    await testRoute(ctx, { id, route: 'inline' })
    await expect.poll(async () => (await route(id, 'inline'))?.test?.arrivedAt).toEqual(expect.any(String))

    const [writeKey] = (await ask('GET', `/sources/${id}`)).data.source.writeKeys
    await ask('POST', '/v1/track', {
      writeKey,
      event: 'Products Searched',
      userId: 'u',
      messageId: 'm-1',
      properties: { query: 'x' },
    })
    await expect.poll(async () => (await route(id, 'inline'))?.arrivals).toBe(1)
    expect(await readSource(ctx, { id })).toMatchObject({
      routes: [{ route: 'inline', status: 'connected', arrivals: 1 }],
      lastDay: { violations: expect.any(Number) },
      late: null,
      enforcement: { judged: true },
    })
    await disconnect(id, 'inline')
    expect(await inSegment()).toEqual({ sources: 0, destinations: 0, mappings: 0 })
    expect(await route(id, 'inline')).toMatchObject({ status: 'not-connected', arrivals: 1 })

    // Somebody sets it up in Segment itself.
    const lastAt = new Date(Date.parse(ctx.now()) + 1_000).toISOString()
    await ctx.transaction(({ routes }) =>
      routes.arrived(world.workspaceId, [{ sourceId: id, route: 'inline', arrivals: 2, lastAt }]),
    )
    const byHand = { status: 'set-up-by-hand', arrivals: 3, lastArrivalAt: lastAt }
    expect(await route(id, 'inline')).toMatchObject(byHand)
    expect((await readSource(ctx, { id })).routes).toMatchObject([{ route: 'inline', ...byHand }])
  })
})

test('a source without a plan, and an installation that Segment cannot reach, are told what is in the way', async () => {
  const { ctx, source } = world
  expect(
    await failureOf(startConnect(ctx, { id: source('Protocols violations').id, route: 'forwarding' })),
  ).toMatchObject({
    code: 'wrong-state',
    detail: expect.stringContaining('follows no plan'),
  })
  await ctx.transaction(({ workspaces }) =>
    workspaces.setApiUrl(world.workspaceId, 'https://api.segmentapis.com'),
  )
  expect(await failureOf(startConnect(ctx, { id: source('Web Shop').id, route: 'inline' }))).toMatchObject({
    code: 'wrong-state',
    detail: expect.stringContaining('APP_URL'),
  })
})

test('only those who may connect sources do, and a route that is none is not found', async () => {
  const { as, source } = world
  const contributor = await as('contributor')
  const { id } = source('Web Shop')
  for (const attempt of [startConnect, startDisconnect, testRoute])
    expect(await failureOf(attempt(contributor, { id, route: 'inline' }).then(() => null))).toMatchObject({
      code: 'not-allowed',
    })
  expect(await failureOf(startConnect(world.ctx, { id, route: 'pigeon' }))).toMatchObject({
    code: 'not-found',
  })
})
