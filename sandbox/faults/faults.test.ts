import { describe, expect, it } from 'vitest'
import { openSandbox, someRules } from '@/sandbox/test-client'

const path = '/tracking-plans/tp_load/rules'

const withFault = async (fault: object) => {
  const client = await openSandbox()
  await client.ask('PATCH', '/_sandbox/settings', { consistencyDelayMs: 0 })
  await client.ask('PUT', '/_sandbox/plans/tp_load/rules', { rules: someRules(4) })
  await client.ask('POST', '/_sandbox/faults', fault)
  const raw = (method = 'GET', body?: object) =>
    fetch(client.url + path, {
      method,
      headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const count = async () => (await client.ask('GET', '/_sandbox/plans/tp_load/rules')).body.rules.length
  const logged = async () => (await client.ask('GET', `/_sandbox/requests?path=${path}`)).body.requests
  return { client, raw, count, logged }
}

const rulesOf = async (answer: Response) => (await answer.json()).data.rules

describe('faults', () => {
  it('status: answers as told, once, then all is well', async () => {
    const { raw } = await withFault({ do: 'status', status: 503, headers: { 'retry-after': '7' } })

    const answer = await raw()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await answer.json()).errors).toHaveLength(1)
    expect((await raw()).status).toBe(200)
  })

  it('status after the commit: the write stands though it was refused', async () => {
    const { raw, count } = await withFault({
      do: 'status',
      status: 500,
      afterCommit: true,
      match: { method: 'PATCH' },
    })

    expect((await raw('PATCH', { rules: someRules(6) })).status).toBe(500)
    expect(await count()).toBe(6)
  })

  it('html-502: a gateway page instead of JSON', async () => {
    const answer = await (await withFault({ do: 'html-502' })).raw()

    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(await answer.text()).toContain('<h1>502 Bad Gateway</h1>')
  })

  it('cut-before: no answer and nothing written', async () => {
    const { raw, count, logged } = await withFault({ do: 'cut-before', match: { method: 'PATCH' } })

    await expect(raw('PATCH', { rules: someRules(6) })).rejects.toThrow('fetch failed')
    expect(await count()).toBe(4)
    expect(await logged()).toEqual([expect.objectContaining({ method: 'PATCH', status: null })])
  })

  it('cut-after-commit: no answer, but written', async () => {
    const { raw, count } = await withFault({ do: 'cut-after-commit', match: { method: 'PATCH' } })

    await expect(raw('PATCH', { rules: someRules(6) })).rejects.toThrow('fetch failed')
    expect(await count()).toBe(6)
  })

  it('delay: the answer comes late', async () => {
    const { raw, logged } = await withFault({ do: 'delay', ms: 60 })

    expect((await raw()).status).toBe(200)
    expect((await logged())[0].ms).toBeGreaterThanOrEqual(59)
  })

  it('rate-limit: 429 with the wait in body and header', async () => {
    const answer = await (await withFault({ do: 'rate-limit', ms: 1500 })).raw()

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2'])
    expect((await answer.json()).errors[0].data).toMatchObject({ msBeforeNext: 1500, remainingPoints: 0 })
  })

  it('truncate-page: fewer rules than there are, and no next page', async () => {
    const { data } = await (await (await withFault({ do: 'truncate-page' })).raw()).json()

    expect(data.rules).toHaveLength(2)
    expect(data.pagination).toMatchObject({ next: null, totalEntries: 4 })
  })

  it('drop-field: a field is missing, in every element where asked', async () => {
    const { raw } = await withFault({ do: 'drop-field', field: 'data.rules.*.version' })

    expect((await rulesOf(await raw()))[3]).not.toHaveProperty('version')
    expect((await rulesOf(await raw()))[3]).toHaveProperty('version', 1)
  })

  it('not-json: says JSON and is none', async () => {
    const answer = await (await withFault({ do: 'not-json' })).raw()

    expect(answer.headers.get('content-type')).toContain('application/json')
    await expect(answer.json()).rejects.toThrow(SyntaxError)
  })

  it('lets the first ones pass, hits a number of times, and counts', async () => {
    const { client, raw } = await withFault({ do: 'status', after: 1, times: 2, match: { path: 'rules$' } })
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) statuses.push((await raw()).status)

    expect(statuses).toEqual([200, 500, 500, 200])
    expect((await client.ask('GET', '/_sandbox/faults')).body.faults).toEqual([
      expect.objectContaining({ hits: 2 }),
    ])
  })

  it('goes on until cleared when times is null, and several faults add up', async () => {
    const { client, raw } = await withFault({ do: 'truncate-page', times: null })
    await client.ask('POST', '/_sandbox/faults', {
      do: 'drop-field',
      field: 'data.pagination.totalEntries',
      times: null,
    })
    const pagination = async () => (await (await raw()).json()).data.pagination

    expect(await pagination()).toEqual({ current: 'MA==', next: null })
    expect(await pagination()).toEqual({ current: 'MA==', next: null })
    await client.ask('DELETE', '/_sandbox/faults')
    expect(await pagination()).toHaveProperty('totalEntries', 4)
  })

  it('leaves the traffic of the Tracking API alone unless its path is named', async () => {
    const { client } = await withFault({ do: 'status', status: 503, times: null })
    const track = () => client.ask('POST', '/v1/track', { event: 'A', userId: 'u' })

    expect((await track()).status).toBe(200)
    await client.ask('POST', '/_sandbox/faults', { do: 'status', status: 502, match: { path: '^/v1/' } })
    expect((await track()).status).toBe(502)
  })

  it.each([{ do: 'explode' }, { do: 'status', match: { path: '(' } }, { do: 'drop-field' }])(
    'refuses a fault that could never hit: %j',
    async (fault) => {
      const client = await openSandbox()

      expect((await client.ask('POST', '/_sandbox/faults', fault)).status).toBe(400)
    },
  )
})
