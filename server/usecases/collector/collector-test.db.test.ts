import { describe, expect, it } from 'vitest'
import { failureOf } from '@/testing/sandbox-world'
import { listLiveCalls } from '../live/list-live-calls'
import { listRoutes } from '../sources/list-routes'
import { testRoute } from '../sources/test-route'
import { deleteEndpoint } from '../violations/delete-endpoint'
import { aSource, port, post, seat, trafficOf, violationsOf, withCollector, world } from './collector.cases'

withCollector()

describe('a test of the collector', () => {
  it('is seen to arrive, and is neither traffic nor a violation', async () => {
    const { planId, sourceId, endpointId } = await aSource([seat])
    const other = await aSource([seat])
    const ctx = { ...world.ctx, appUrl: `http://127.0.0.1:${port}` }
    const collectorOf = async (id: string) =>
      (await listRoutes(ctx, { id })).data.find(({ route }) => route === 'collector')
    const states = async () => (await collectorOf(sourceId))?.steps.map(({ state }) => state)
    expect(await collectorOf(sourceId)).toMatchObject({ status: 'by-hand', test: null })
    expect(await states()).toEqual(['done', 'waiting', 'by-hand'])

    const started = await testRoute(ctx, { id: sourceId, route: 'collector' })
    expect(started).toMatchObject({ problem: null, sentAt: expect.any(String) })
    expect(await collectorOf(sourceId)).toMatchObject({
      status: 'by-hand',
      arrivals: 0,
      test: { messageId: started.messageId, arrivedAt: expect.any(String) },
    })
    expect(await states()).toEqual(['done', 'done', 'by-hand'])
    expect(await violationsOf(planId)).toEqual([])
    expect((await trafficOf(planId)).totals).toEqual({ kept: 0, received: 0 })
    expect((await listLiveCalls(ctx, { id: endpointId })).calls).toEqual([])

    // With the write key of another source it proves nothing of this one.
    const { messageId } = await testRoute(
      { ...ctx, appUrl: 'http://127.0.0.1:1' },
      { id: sourceId, route: 'collector' },
    )
    const late = { messageId, userId: 'u', event: 'Plumbline Test' }
    await post('track', { ...late, writeKey: other.writeKey })
    expect((await collectorOf(sourceId))?.test).toMatchObject({ messageId, arrivedAt: null })
  })

  it('is handed out where this server does not reach itself, with the write key for those who may see it', async () => {
    const { sourceId, writeKey } = await aSource([seat])
    const unreachable = { ...world.ctx, appUrl: 'http://127.0.0.1:1' }
    const place = { id: sourceId, route: 'collector' }
    const started = await testRoute(unreachable, place)
    expect(started.problem).toContain('does not reach http://127.0.0.1:1')
    expect(started.command).toContain(`-u '${writeKey}:'`)
    expect(started.command).toContain('http://127.0.0.1:1/v1/track')
    const steward = { ...(await world.as('steward')), appUrl: 'http://127.0.0.1:1' }
    expect((await testRoute(steward, place)).command).not.toContain(writeKey)
    const call = JSON.parse(/-d '(.*)' /.exec(started.command)?.[1] ?? '')
    await post('track', { ...call, writeKey })
    await post('track', { userId: 'u', event: 'Seat Reserved', properties: { price: 1 }, writeKey })
    const { data } = await listRoutes(world.ctx, { id: sourceId })
    expect(data.find(({ route }) => route === 'collector')).toMatchObject({
      status: 'connected',
      arrivals: 1,
    })
  })

  it('takes a write key', async () => {
    const { sourceId, endpointId } = await aSource([seat])
    await deleteEndpoint(world.ctx, { id: endpointId })
    expect(await failureOf(testRoute(world.ctx, { id: sourceId, route: 'collector' }))).toMatchObject({
      code: 'wrong-state',
      detail: expect.stringContaining('no write key'),
    })
    const { data } = await listRoutes(world.ctx, { id: sourceId })
    expect(data.find(({ route }) => route === 'collector')?.status).toBe('not-connected')
  })
})
