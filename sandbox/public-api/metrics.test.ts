import { describe, expect, it } from 'vitest'
import { type Client, openSandbox } from '@/sandbox/test-client'

const hour = 3_600_000
const now = Date.UTC(2026, 4, 20, 12, 30)

const opened = async () => {
  const client = await openSandbox({ now: () => now, history: true })
  const { body } = await client.ask('GET', '/sources')
  return { client, source: body.data.sources[0] }
}

const instant = (ago: number) => new Date(now - ago).toISOString()

const filtered = (client: Client, sourceId: string, query: Record<string, string>) =>
  client.ask('GET', `/delivery-overview/filtered-at-source?${new URLSearchParams({ sourceId, ...query })}`)

describe('metrics', () => {
  it('counts blocked calls by event, app version and reason, beside what got through', async () => {
    const { client, source } = await opened()
    const context = { app: { version: '5.14.0' } }
    for (const event of ['Never Planned', 'Signed Out'])
      await client.ask('POST', '/v1/track', {
        writeKey: source.writeKeys[0],
        event,
        userId: 'u',
        properties: {},
        context,
      })
    const window = { startTime: instant(0), endTime: instant(-60_000), granularity: 'minute' }

    const { body } = await filtered(client, source.id, {
      ...window,
      'groupBy[0]': 'eventName',
      'groupBy[1]': 'discardReason',
      'groupBy[2]': 'appVersion',
    })
    expect(
      body.data.dataset.filter(({ eventName }: { eventName: string }) => eventName === 'Never Planned'),
    ).toEqual([
      {
        eventName: 'Never Planned',
        discardReason: 'unplanned',
        appVersion: '5.14.0',
        total: 1,
        series: [{ time: '2026-05-20T12:30:00.000Z', count: 1 }],
      },
    ])

    const names = new URLSearchParams({
      ...window,
      granularity: 'MINUTE',
      'eventName[0]': 'Signed Out',
      'eventName[1]': 'Never Planned',
    })
    const volume = await client.ask(
      'GET',
      `/events/volume?${names}&groupBy[0]=eventName&sourceId[0]=${source.id}`,
    )
    expect(volume.body.data.result).toEqual([expect.objectContaining({ eventName: 'Signed Out', total: 1 })])
  })

  it('has a past of a week at the first start', async () => {
    const { client, source } = await opened()
    const query = { startTime: instant(6 * 24 * hour), endTime: instant(0), granularity: 'HOUR' }
    const { body } = await client.ask(
      'GET',
      `/delivery-overview/successfully-received?${new URLSearchParams({ sourceId: source.id, ...query })}`,
    )

    const [all] = body.data.dataset
    expect(all.series).toHaveLength(6 * 24 + 1)
    expect(all.series.slice(1, -1).every(({ count }: { count: number }) => count > 100)).toBe(true)
    expect(body.data.total).toBe(all.total)
  })

  it('spreads an hour over its minutes without losing any', async () => {
    const { client, source } = await opened()
    const total = async (granularity: string) => {
      const startTime = new Date(now - 2.5 * hour).toISOString()
      const query = { startTime, endTime: new Date(now - 0.5 * hour).toISOString(), granularity }
      return (await filtered(client, source.id, query)).body.data.total
    }

    expect(await total('MINUTE')).toBe(await total('HOUR'))
    expect(await total('HOUR')).toBeGreaterThan(0)
  })

  it.each([
    ['MINUTE', 5 * hour, 400],
    ['MINUTE', 4 * hour, 200],
    ['HOUR', 15 * 24 * hour, 400],
    ['HOUR', 14 * 24 * hour, 200],
    ['DAY', 31 * 24 * hour, 400],
    ['DAY', 30 * 24 * hour, 200],
    ['WEEK', hour, 422],
  ])('serves %s over %d ms with %d', async (granularity, length, expected) => {
    const { client, source } = await opened()
    const query = { startTime: instant(length), endTime: instant(0), granularity }

    expect((await filtered(client, source.id, query)).status).toBe(expected)
  })

  it('knows no discard reason for what was received', async () => {
    const { client, source } = await opened()
    const query = new URLSearchParams({
      sourceId: source.id,
      startTime: instant(hour),
      endTime: instant(0),
      granularity: 'HOUR',
    })
    const { status } = await client.ask(
      'GET',
      `/delivery-overview/successfully-received?${query}&groupBy[0]=discardReason`,
    )

    expect(status).toBe(422)
  })
})
