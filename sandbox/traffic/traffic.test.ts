import { expect, it } from 'vitest'
import { openSandbox } from '@/sandbox/test-client'

it('sends as many calls as asked for through analytics-node, and they are judged', async () => {
  const client = await openSandbox({ seed: 5 })

  expect((await client.ask('POST', '/_sandbox/traffic', { count: 120 })).body).toEqual({ sent: 120 })

  const { body } = await client.ask('GET', '/_sandbox/requests?path=/v1/batch')
  const calls = body.requests.flatMap((request: { body: { batch: unknown[] } }) => request.body.batch)
  expect(calls).toHaveLength(120)
  expect(calls[0]).toMatchObject({
    context: { library: { name: '@segment/analytics-node' }, app: { name: 'Acme Shop' } },
  })
})

it('sends what a loaded plan plans', async () => {
  const client = await openSandbox({ seed: 5 })
  const { body } = await client.ask('GET', '/tracking-plans?type=LIVE')
  for (const { id } of body.data.trackingPlans)
    await client.ask('PUT', `/_sandbox/plans/${id}/rules`, {
      rules: [{ type: 'TRACK', key: 'Only One', version: 1, jsonSchema: {} }],
    })
  await client.ask('PATCH', '/_sandbox/settings', { traffic: { mistakeShare: 0 } })
  await client.ask('POST', '/_sandbox/traffic', { count: 10 })

  const sent = (await client.ask('GET', '/_sandbox/requests?path=/v1/batch')).body.requests
  const events = sent.flatMap((request: { body: { batch: { event: string }[] } }) => request.body.batch)
  expect(new Set(events.map(({ event }: { event: string }) => event))).toEqual(new Set(['Only One']))
})

it('runs by itself when it is on, and stops when told', async () => {
  const client = await openSandbox({ traffic: true })
  await client.ask('PATCH', '/_sandbox/settings', { traffic: { callsPerSecond: 5 } })
  const requests = async () =>
    (await client.ask('GET', '/_sandbox/requests?path=/v1/batch')).body.requests.length

  await expect.poll(requests, { timeout: 5_000, interval: 50 }).toBeGreaterThan(0)
  const { body } = await client.ask('PATCH', '/_sandbox/settings', { traffic: { on: false } })
  expect(body.traffic).toMatchObject({ on: false, callsPerSecond: 5 })
})
