import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failed } from '@/contracts/failed'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { listAudit } from '../audit/list-audit'
import { pruneTraffic } from './prune-traffic'
import { readTrafficSettings } from './read-traffic-settings'
import { saveTrafficSettings } from './save-traffic-settings'

let world: TestContext
beforeAll(async () => {
  world = await testContext({ now: '2026-01-20T09:00:00.000Z' })
})
afterAll(() => world.drop())

const record = (planId: string, messageId: string, receivedAt: string) =>
  world.ctx.transaction(({ traffic }) => {
    const call: ReceivedCall = {
      planId,
      sourceId: 'web',
      sourceName: 'Web shop',
      callType: 'track',
      event: 'Order Completed',
      appVersion: '',
      eventVersion: null,
      messageId,
      at: receivedAt,
      planned: true,
      shape: { id: 'plain', paths: [] },
      mask: () => ({ call: {}, masked: [] }),
    }
    return traffic.record([call], { callsPerStratum: 10, receivedAt }, world.ctx.newId)
  })

const keptOf = (planId: string) =>
  world.ctx.transaction(async ({ traffic }) =>
    (await traffic.page(planId, { limit: 100 })).calls.map(({ messageId }) => messageId),
  )

describe('what a plan keeps of calls', () => {
  it('is two weeks unless it says otherwise; what is older goes by itself', async () => {
    const { planId } = await aPlan(world.ctx)
    await record(planId, 'first day that stays', '2026-01-07T00:00:00.000Z')
    await record(planId, 'last day that goes', '2026-01-06T23:59:59.999Z')
    await pruneTraffic(world.ctx)
    expect(await keptOf(planId)).toEqual(['first day that stays'])
  })

  it('is changed by admins, at once, with an entry in the audit log', async () => {
    const { planId } = await aPlan(world.ctx)
    await record(planId, 'yesterday', '2026-01-19T08:00:00.000Z')
    await record(planId, 'today', '2026-01-20T08:00:00.000Z')
    const settings = { record: true, days: 1, callsPerStratum: 5 }
    const saved = await saveTrafficSettings(world.ctx, { plan: planId, settings, revision: 0 })
    expect(saved).toMatchObject({ settings, revision: 1, kept: 1, received: 1, can: { change: true } })
    expect(await keptOf(planId)).toEqual(['today'])
    const { data } = await listAudit(world.ctx, { limit: 50 })
    expect(data.filter(({ action }) => action === 'traffic-settings-changed')).toHaveLength(1)
    await expect(
      saveTrafficSettings(await world.as('steward'), { plan: planId, settings, revision: 1 }),
    ).rejects.toMatchObject({ failure: { code: 'not-allowed' } })
  })

  it('is nothing where calls are not to be kept, and they are counted all the same', async () => {
    const { planId } = await aPlan(world.ctx)
    await record(planId, 'today', '2026-01-20T08:00:00.000Z')
    const settings = { record: false, days: 14, callsPerStratum: 5 }
    const saved = await saveTrafficSettings(world.ctx, { plan: planId, settings, revision: 0 })
    expect(saved).toMatchObject({ kept: 0, received: 1 })
    expect(await keptOf(planId)).toEqual([])
  })

  it('is not changed by whoever looked before somebody else changed it', async () => {
    const { planId } = await aPlan(world.ctx)
    const settings = { record: true, days: 3, callsPerStratum: 5 }
    await saveTrafficSettings(world.ctx, { plan: planId, settings, revision: 0 })
    const late = saveTrafficSettings(world.ctx, {
      plan: planId,
      settings: { ...settings, days: 4 },
      revision: 0,
    })
    await expect(late).rejects.toBeInstanceOf(Failed)
    expect((await readTrafficSettings(await world.as('viewer'), { plan: planId })).settings.days).toBe(3)
  })
})
