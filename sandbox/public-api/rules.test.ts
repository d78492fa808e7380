import { describe, expect, it } from 'vitest'
import { type Client, openSandbox, someRules } from '@/sandbox/test-client'

const path = '/tracking-plans/tp_load/rules'

const noon = Date.UTC(2026, 4, 20, 12)

const withRules = async (count: number, { consistencyDelayMs = 0, clock = { now: noon } } = {}) => {
  const client = await openSandbox({ now: () => clock.now })
  await client.ask('PUT', '/_sandbox/plans/tp_load/rules', { rules: someRules(count) })
  await client.ask('PATCH', '/_sandbox/settings', { consistencyDelayMs })
  return client
}

const keys = async (client: Client, query = 'pagination.count=200') =>
  (await client.ask('GET', `${path}?${query}`)).body.data.rules.map(({ key }: { key: string }) => key)

const patch = (client: Client, rules: object[]) => client.ask('PATCH', path, { rules })

describe('rules of a plan', () => {
  it('shows a write only after the consistency delay', async () => {
    const clock = { now: noon }
    const client = await withRules(1, { consistencyDelayMs: 150, clock })
    await patch(client, someRules(2))

    clock.now += 149
    expect(await keys(client)).toEqual(['Event 1'])
    clock.now += 1
    expect(await keys(client)).toEqual(['Event 1', 'Event 2'])
  })

  it('knows cursors as offsets, so a removal between two pages skips a rule', async () => {
    const client = await withRules(6)
    const { body } = await client.ask('GET', `${path}?pagination[count]=3`)
    expect(body.data.pagination).toEqual({ current: 'MA==', next: 'Mw==', totalEntries: 6 })

    await client.ask('DELETE', path, { rules: [{ type: 'TRACK', key: 'Event 1', version: 1 }] })

    expect(await keys(client, 'pagination[count]=3&pagination[cursor]=Mw==')).toEqual(['Event 5', 'Event 6'])
  })

  it('ends with a page whose next is null', async () => {
    const client = await withRules(3)
    const { body } = await client.ask('GET', `${path}?pagination.count=2&pagination.cursor=Mg==`)

    expect(body.data.pagination).toMatchObject({ next: null, totalEntries: 3 })
  })

  it('renames by newKey, and refuses a name that is taken', async () => {
    const client = await withRules(2)
    const [rule] = someRules(1)

    expect((await patch(client, [{ ...rule, newKey: 'Event 2' }])).status).toBe(409)
    await patch(client, [{ ...rule, newKey: 'Renamed' }])
    expect(await keys(client)).toEqual(['Renamed', 'Event 2'])
  })

  it('stores an invalid schema as sent, with context, traits and version filled in', async () => {
    const client = await withRules(0)
    const jsonSchema = { type: ['any'], required: true, properties: { properties: { type: 'string,' } } }
    await patch(client, [{ type: 'TRACK', key: 'Odd', jsonSchema }])

    const { body } = await client.ask('GET', `${path}?pagination.count=1`)
    expect(body.data.rules[0]).toMatchObject({
      key: 'Odd',
      version: 1,
      deprecatedAt: '0001-01-01T00:00:00.000Z',
      jsonSchema: { ...jsonSchema, properties: { ...jsonSchema.properties, context: {}, traits: {} } },
    })
  })

  it('replaces the whole set, and keeps when a rule was made', async () => {
    const clock = { now: noon }
    const client = await withRules(3, { clock })
    const before = (await client.ask('GET', path)).body.data.rules[1]
    clock.now += 5_000
    await client.ask('PUT', path, { rules: [someRules(2)[1]] })

    const [rule, ...others] = (await client.ask('GET', path)).body.data.rules
    expect(others).toEqual([])
    expect(rule).toMatchObject({ key: 'Event 2', createdAt: before.createdAt })
    expect(rule.updatedAt > before.updatedAt).toBe(true)
  })

  it.each([
    ['no type', { key: 'A', jsonSchema: {} }, 'rules[0].type'],
    ['no key on an event', { type: 'TRACK', jsonSchema: {} }, 'rules[0].key'],
    ['no schema', { type: 'TRACK', key: 'A' }, 'rules[0].jsonSchema'],
    ['a version that is none', { type: 'TRACK', key: 'A', jsonSchema: {}, version: 0 }, 'rules[0].version'],
  ])('refuses a rule with %s', async (_, rule, field) => {
    const { status, body } = await patch(await withRules(0), [rule])

    expect(status).toBe(422)
    expect(body).toEqual({ errors: [{ type: 'input-validation', message: expect.any(String), field }] })
  })

  it('carries resourceSchemaId on the wire', async () => {
    const { body } = await (await withRules(0)).ask('GET', '/tracking-plans/tp_load')

    expect(body.data.trackingPlan.resourceSchemaId).toMatch(/^rs_[0-9A-Za-z]{27}$/)
  })

  it('limits how often rules are listed, and says when to come again', async () => {
    const client = await withRules(0)
    await client.ask('PATCH', '/_sandbox/settings', { rateLimits: { rulesListPerMinute: 2 } })
    const first = await client.ask('GET', path)
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1')
    await client.ask('GET', path)

    const { status, headers, body } = await client.ask('GET', path)

    expect(status).toBe(429)
    const wait = body.errors[0].data.msBeforeNext
    expect(body.errors[0]).toMatchObject({ type: 'RequestError', message: 'Too many requests' })
    expect(headers.get('retry-after')).toBe(String(Math.ceil(wait / 1000)))
    expect((await client.ask('GET', '/tracking-plans')).status).toBe(200)
  })
})
