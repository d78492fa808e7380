import { Analytics } from '@segment/analytics-node'
import { describe, expect, it } from 'vitest'
import { type Client, openSandbox } from '@/sandbox/test-client'

const webKey = async (client: Client): Promise<string> =>
  (await client.ask('GET', '/sources')).body.data.sources[0].writeKeys[0]

const volumeOf = async (client: Client, eventName: string): Promise<number> => {
  const query = new URLSearchParams({
    granularity: 'DAY',
    startTime: new Date(Date.now() - 86_400_000).toISOString(),
    endTime: new Date(Date.now() + 86_400_000).toISOString(),
    'eventName[0]': eventName,
  })
  const { body } = await client.ask('GET', `/events/volume?${query}`)
  return body.data.result[0]?.total ?? 0
}

const send = (client: Client, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(client.url + path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

describe('the Tracking API', () => {
  it('takes what the real analytics-node sends', async () => {
    const client = await openSandbox()
    await client.ask('PUT', '/_sandbox/plans/tp_free/rules', { rules: [] })
    const source = (
      await client.ask('POST', '/sources', { slug: 'mine', enabled: true, metadataId: 'iUM16Md8P2' })
    ).body.data.source
    const analytics = new Analytics({ writeKey: source.writeKeys[0], host: client.url })
    analytics.track({ userId: 'u', event: 'Mine Alone', properties: { a: 1 } })
    analytics.identify({ userId: 'u', traits: { email: 'a@example.com' } })
    await analytics.closeAndFlush()

    expect(await volumeOf(client, 'Mine Alone')).toBe(1)
    const { body } = await client.ask('GET', '/_sandbox/requests?path=/v1/batch')
    expect(body.requests[0].body.batch.map(({ type }: { type: string }) => type)).toEqual([
      'track',
      'identify',
    ])
  })

  it.each(['track', 't'])('takes /v1/%s with Basic auth', async (path) => {
    const client = await openSandbox()
    const before = await volumeOf(client, 'Signed Out')
    const authorization = `Basic ${Buffer.from(`${await webKey(client)}:`).toString('base64')}`

    const answer = await send(client, `/v1/${path}`, { event: 'Signed Out', userId: 'u' }, { authorization })

    expect([answer.status, await answer.json()]).toEqual([200, { success: true }])
    expect((await volumeOf(client, 'Signed Out')) - before).toBe(1)
  })

  it('counts a message id once', async () => {
    const client = await openSandbox()
    const before = await volumeOf(client, 'Signed Out')
    const message = { writeKey: await webKey(client), event: 'Signed Out', userId: 'u', messageId: 'm-1' }
    await send(client, '/v1/track', message)
    await send(client, '/v1/track', message)

    expect((await volumeOf(client, 'Signed Out')) - before).toBe(1)
  })

  it('loses the data of an unknown write key without a word, as Segment does', async () => {
    const client = await openSandbox()

    expect((await send(client, '/v1/track', { writeKey: 'no', event: 'A', userId: 'u' })).status).toBe(200)
    expect(await volumeOf(client, 'A')).toBe(0)
  })

  it.each([
    ['bad JSON', '/v1/track', '{'],
    ['a call over 32 kB', '/v1/track', { event: 'x'.repeat(33_000), userId: 'u' }],
    [
      'a batch over 500 kB',
      '/v1/batch',
      { batch: Array.from({ length: 20 }, () => ({ a: 'x'.repeat(30_000) })) },
    ],
    ['more than 2,500 calls', '/v1/batch', { batch: Array.from({ length: 2_501 }, () => ({})) }],
  ])('refuses %s with 400', async (_, path, body) => {
    expect((await send(await openSandbox(), path, body)).status).toBe(400)
  })

  it.each([
    ['no_user_anon_id', { event: 'A' }],
    ['event_not_defined', { userId: 'u' }],
    ['event_not_string', { userId: 'u', event: 7 }],
    ['properties_not_object', { userId: 'u', event: 'A', properties: 'x' }],
  ])('answers 200 and counts %s as failed on ingest', async (reason, message) => {
    const client = await openSandbox()
    const source = (await client.ask('GET', '/sources')).body.data.sources[0]
    await send(client, '/v1/track', { ...message, writeKey: source.writeKeys[0] })

    const query = new URLSearchParams({
      sourceId: source.id,
      startTime: new Date(Date.now() - 3_600_000).toISOString(),
      endTime: new Date(Date.now() + 60_000).toISOString(),
      granularity: 'HOUR',
      'groupBy[0]': 'discardReason',
    })
    const { body } = await client.ask('GET', `/delivery-overview/failed-on-ingest?${query}`)
    expect(body.data.dataset).toEqual([expect.objectContaining({ discardReason: reason, total: 1 })])
  })

  it('publishes the planned events of a source, unplanned ones blocked', async () => {
    const client = await openSandbox()
    const { body } = await client.ask('GET', `/v1/projects/${await webKey(client)}/settings`)

    expect(body.plan.track['Order Completed']).toMatchObject({ enabled: true })
    expect(body.plan.track.__default).toMatchObject({ enabled: false })
    expect(body.integrations['Segment.io'].apiKey).toBe(await webKey(client))
  })
})
