import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { listDisagreements } from '../traffic/list-disagreements'
import { type DeliveryReceiver, deliveryReceiver } from '../violations/receive-delivery'
import { aSource, post, seat, trafficOf, withCollector, world } from './collector.cases'

withCollector()

describe('whole events from a Webhooks destination', () => {
  const deliver = async (endpointId: string, sharedSecret: string, events: readonly unknown[]) => {
    receiver ??= deliveryReceiver(world.ctx)
    const answers = []
    for (const event of events) {
      const rawBody = JSON.stringify(event)
      const signature = createHmac('sha1', sharedSecret).update(rawBody).digest('hex')
      answers.push(await receiver.receive({ endpointId, rawBody, signature }))
    }
    return answers
  }
  let receiver: DeliveryReceiver | undefined

  it('are recorded masked, and tell where our verdict is another than Segment’s', async () => {
    const { endpointId, planId, sharedSecret, sourceId } = await aSource([seat])
    const event = (messageId: string, properties: unknown, violations: readonly unknown[], more = {}) => ({
      type: 'track',
      event: 'Seat Reserved',
      userId: 'jane@acme.com',
      messageId,
      properties,
      context: { protocols: { sourceId, violations, ...more } },
    })
    const wrongType = {
      type: 'Invalid Type',
      field: 'properties.price',
      description: 'Invalid type. Expected: number, given: string',
    }
    const events = [
      event('both', { price: 'x' }, [wrongType]),
      event('only Segment', { price: 1 }, [wrongType]),
      event('only twin', {}, []),
      event('taken away', {}, [wrongType], { omitted_on_violation: ['price'] }),
    ]
    await deliver(endpointId, sharedSecret, events)
    // Sent again, they tell nothing new.
    await deliver(endpointId, sharedSecret, events)
    const { calls, totals } = await trafficOf(planId)
    expect(totals).toEqual({ kept: 4, received: 4 })
    expect(JSON.stringify(calls)).not.toContain('jane')
    const { data } = await listDisagreements(world.ctx, { plan: planId, limit: 50 })
    expect(
      data.map(({ rule: of, pointer, type, side, count }) => [of.key, pointer, type, side, count]).sort(),
    ).toEqual([
      ['Seat Reserved', '/properties/price', 'invalid-type', 'segment', 1],
      ['Seat Reserved', '/properties/price', 'required', 'twin', 1],
    ])
    expect(JSON.stringify(data)).not.toContain('jane')
  })

  it('are held against our verdict where the collector had the call first, and each disagreement counts once', async () => {
    const { endpointId, planId, sharedSecret, sourceId, writeKey } = await aSource([seat])
    const sent = { type: 'track', event: 'Seat Reserved', userId: 'u', messageId: 'm1', properties: {} }
    await post('track', { writeKey, ...sent })
    const copy = { ...sent, context: { protocols: { sourceId, violations: [] } } }
    const agreed = { ...copy, messageId: 'm2', properties: { price: 1 } }
    // Two copies in one delivery, and one more after it.
    await Promise.all([
      deliver(endpointId, sharedSecret, [copy, agreed]),
      deliver(endpointId, sharedSecret, [copy]),
    ])
    await deliver(endpointId, sharedSecret, [copy, agreed])
    const { data } = await listDisagreements(world.ctx, { plan: planId, limit: 50 })
    expect(data).toMatchObject([{ type: 'required', side: 'twin', count: 1 }])
    expect((await trafficOf(planId)).totals.received).toBe(2)
  })

  it('keep nothing personal of what is not understood', async () => {
    const { endpointId, sharedSecret } = await aSource([seat])
    const refused = deliver(endpointId, sharedSecret, [{ nothing: 'known', of: 'jane.aside@acme.com' }])
    await expect(refused).rejects.toThrow()
    const kept = await world.ctx.transaction(({ endpoints }) => endpoints.setAsideOf(endpointId, 10))
    expect(kept).toMatchObject([{ body: expect.stringContaining('xxxx.xxxxx@xxxx.com') }])
  })
})
