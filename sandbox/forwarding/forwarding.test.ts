import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Client, openSandbox } from '@/sandbox/test-client'

type Received = { headers: IncomingHttpHeaders; text: string }

const webhooksActions = '614a3c7d791c91c41bae7599'
const webhooksClassic = '54521fdc25e721e32a72ef04'
const secret = 'shared-secret'

const receiver = async (statuses: number[] = []) => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    received.push({ headers: request.headers, text })
    response.writeHead(statuses.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`
  const arrived = (count: number) =>
    expect.poll(() => received.length, { interval: 10, timeout: 5_000 }).toBeGreaterThanOrEqual(count)
  return { received, url, arrived }
}

const opened = async () => {
  const client = await openSandbox()
  await client.ask('PATCH', '/_sandbox/settings', { forwarding: { retryBaseMs: 5 } })
  const { body } = await client.ask('GET', '/sources')
  const [web, , , violations] = body.data.sources
  return { client, web, violations }
}

const connect = async (
  client: Client,
  sourceId: string,
  url: string,
  metadataId = webhooksActions,
  more = {},
) => {
  const settings = { url, sharedSecret: secret, ...more }
  const { body } = await client.ask('POST', '/destinations', { sourceId, metadataId, settings })
  return body.data.destination.id
}

const searchWithoutCount = (client: Client, writeKey: string, more = {}) =>
  client.ask('POST', '/v1/track', {
    writeKey,
    event: 'Products Searched',
    userId: 'u-1',
    messageId: `m-${Math.random()}`,
    sentAt: '2026-05-20T12:00:00.000Z',
    properties: { query: 'linen' },
    context: { app: { version: '5.14.0' } },
    ...more,
  })

const hmac = (text: string) => createHmac('sha1', secret).update(text).digest('hex')

describe('violation forwarding', () => {
  it('sends a signed Violation Generated with all fourteen properties', async () => {
    const { client, web, violations } = await opened()
    const { received, url, arrived } = await receiver()
    await connect(client, violations.id, url)

    await searchWithoutCount(client, web.writeKeys[0], { messageId: 'm-1' })
    await arrived(1)

    const [delivery] = received
    const event = JSON.parse(delivery?.text ?? '')
    expect(delivery?.headers['x-signature']).toBe(hmac(delivery?.text ?? ''))
    expect(event).toMatchObject({
      type: 'track',
      event: 'Violation Generated',
      userId: 'schema-violations',
      forwardedFromProject: web.id,
      integrations: {},
    })
    expect(event.properties).toEqual({
      appVersion: '5.14.0',
      eventMessageID: 'm-1',
      eventName: 'Products Searched',
      eventSentAt: '2026-05-20T12:00:00.000Z',
      eventTimestamp: '0001-01-01T00:00:00Z',
      eventType: 'track',
      sourceID: web.id,
      sourceName: 'Web Shop',
      sourceSlug: 'web-shop',
      trackingPlanID: expect.stringMatching(/^rs_/),
      trackingPlanName: 'Storefront',
      violationDescription: 'properties.results_count is required',
      violationField: 'properties.results_count',
      violationType: 'Required',
    })
  })

  it('tries again after 5xx and 429, and gives up after 4xx', async () => {
    const { client, web, violations } = await opened()
    const { received, url, arrived } = await receiver([503, 429, 200])
    const refusing = await receiver([401])
    await connect(client, violations.id, url)
    await connect(client, violations.id, refusing.url)

    await searchWithoutCount(client, web.writeKeys[0])
    await arrived(3)

    expect(new Set(received.map(({ text }) => text)).size).toBe(1)
    expect(refusing.received).toHaveLength(1)
  })

  it('tells the validated source’s own webhook inline what was wrong', async () => {
    const { client, web } = await opened()
    const { received, url, arrived } = await receiver()
    await connect(client, web.id, url, webhooksClassic)

    await searchWithoutCount(client, web.writeKeys[0])
    await arrived(1)

    const event = JSON.parse(received[0]?.text ?? '')
    expect(received[0]?.headers['user-agent']).toBe('Segment.io/1.0')
    expect(event.event).toBe('Products Searched')
    expect(event.context.protocols).toEqual({
      sourceId: web.id,
      sourceName: 'Web Shop',
      violations: [
        {
          type: 'Required',
          field: 'properties.results_count',
          description: 'properties.results_count is required',
        },
      ],
    })
  })

  it('signs only the first element of a batch', async () => {
    const { client, web, violations } = await opened()
    const { received, url, arrived } = await receiver()
    await connect(client, violations.id, url, webhooksActions, { enable_batching: true, batch_size: 2 })

    await searchWithoutCount(client, web.writeKeys[0])
    await searchWithoutCount(client, web.writeKeys[0])
    await arrived(1)

    const batch = JSON.parse(received[0]?.text ?? '')
    expect(batch).toHaveLength(2)
    expect(received[0]?.headers['x-signature']).toBe(hmac(JSON.stringify(batch[0])))
  })

  it('sends through the mappings whose trigger fires', async () => {
    const { client, web, violations } = await opened()
    const { received, url, arrived } = await receiver()
    const id = await connect(client, violations.id, '')
    const map = (trigger: string, path: string) =>
      client.ask('POST', `/destinations/${id}/subscriptions`, {
        name: 'Send',
        actionId: 'send',
        enabled: true,
        trigger,
        settings: { url: url + path },
      })
    expect((await map('type = "identify"', '/never')).status).toBe(201)
    expect((await map('type = "track" and event = "Violation Generated"', '')).status).toBe(201)
    expect((await map('nonsense', '')).status).toBe(400)

    await searchWithoutCount(client, web.writeKeys[0])
    await arrived(1)
    expect(received).toHaveLength(1)
    const { body } = await client.ask('GET', '/_sandbox/deliveries')
    expect(body.deliveries).toEqual([expect.objectContaining({ destinationId: id, url, attempt: 1 })])
  })
})
