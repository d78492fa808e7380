import { describe, expect, it } from 'vitest'
import { type Client, openSandbox } from '@/sandbox/test-client'

const newSource = async (client: Client, slug: string): Promise<string> => {
  const { body } = await client.ask('POST', '/sources', { slug, enabled: true, metadataId: 'iUM16Md8P2' })
  return body.data.source.id
}

const planNamed = async (client: Client, name: string): Promise<string> => {
  const { body } = await client.ask('GET', '/tracking-plans')
  return body.data.trackingPlans.find((plan: { name: string }) => plan.name === name).id
}

describe('sources', () => {
  it('refuses schema settings until a plan is connected', async () => {
    const client = await openSandbox()
    const id = await newSource(client, 'new-source')
    const settings = { track: { allowUnplannedEvents: false } }

    const refused = await client.ask('PATCH', `/sources/${id}/settings`, settings)
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0]).toMatchObject({
      type: 'bad-request',
      message: expect.stringContaining('Source is not connected to a tracking plan: fields track'),
    })

    const plan = await planNamed(client, 'Storefront')
    await client.ask('POST', `/tracking-plans/${plan}/sources`, { sourceId: id })
    const { body } = await client.ask('PATCH', `/sources/${id}/settings`, settings)
    expect(body.data.settings.track).toMatchObject({
      allowUnplannedEvents: false,
      allowEventOnViolations: true,
    })
    expect((await client.ask('GET', `/sources/${id}`)).body.data.trackingPlanId).toBe(plan)
  })

  it('has one plan at most', async () => {
    const client = await openSandbox()
    const id = await newSource(client, 'new-source')
    const connect = async (name: string) =>
      client.ask('POST', `/tracking-plans/${await planNamed(client, name)}/sources`, { sourceId: id })

    expect((await connect('Storefront')).status).toBe(200)
    expect((await connect('Mobile app')).status).toBe(409)
  })

  it('turns forwarding off when the field is left out, and refuses an empty one', async () => {
    const client = await openSandbox()
    const { body } = await client.ask('GET', '/sources')
    const id = body.data.sources[0].id
    const settings = async () => (await client.ask('GET', `/sources/${id}/settings`)).body.data.settings
    expect(await settings()).toHaveProperty('forwardingViolationsTo')

    expect(
      (await client.ask('PATCH', `/sources/${id}/settings`, { forwardingViolationsTo: '' })).status,
    ).toBe(422)
    await client.ask('PATCH', `/sources/${id}/settings`, { track: {} })
    expect(await settings()).not.toHaveProperty('forwardingViolationsTo')
  })

  it('answers 422 when connected destinations are asked for without pagination', async () => {
    const client = await openSandbox()
    const id = (await client.ask('GET', '/sources')).body.data.sources[0].id

    expect((await client.ask('GET', `/sources/${id}/connected-destinations`)).status).toBe(422)
    const { body } = await client.ask('GET', `/sources/${id}/connected-destinations?pagination.count=10`)
    expect(body.data.destinations).toHaveLength(3)
  })
})

describe('destinations', () => {
  it('are made, changed and removed, and never reach beyond this machine', async () => {
    const client = await openSandbox()
    const sourceId = await newSource(client, 'receiver')
    const make = (url: string) =>
      client.ask('POST', '/destinations', {
        sourceId,
        metadataId: '614a3c7d791c91c41bae7599',
        settings: { url },
      })

    expect((await make('https://hooks.example.com/x')).status).toBe(400)
    const { status, body } = await make('http://127.0.0.1:9/x')
    expect(status).toBe(201)
    const id = body.data.destination.id
    const changed = await client.ask('PATCH', `/destinations/${id}`, { enabled: false })
    expect(changed.body.data.destination).toMatchObject({
      enabled: false,
      settings: { url: 'http://127.0.0.1:9/x' },
    })
    await client.ask('DELETE', `/destinations/${id}`)
    expect((await client.ask('GET', `/destinations/${id}`)).status).toBe(404)
  })

  it('leaves a trail of who changed what', async () => {
    const client = await openSandbox()
    const id = await newSource(client, 'receiver')

    const { body } = await client.ask('GET', `/audit-events?resourceId=${id}`)
    expect(body.data.events).toEqual([
      expect.objectContaining({ type: 'Source Created', resourceName: 'receiver' }),
    ])
  })
})
