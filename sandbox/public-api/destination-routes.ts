import { Hono } from 'hono'
import { checkWebhookUrl } from '@/sandbox/public-api/check-webhook-url'
import { destinationView } from '@/sandbox/public-api/destination-view'
import { findDestination, findSource } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { invalidInput } from '@/sandbox/public-api/segment-error'
import { destinationMetadata } from '@/sandbox/world/catalog'
import type { Destination } from '@/sandbox/world/destination'
import { newId } from '@/sandbox/world/ids'
import { isObject } from '@/sandbox/world/json'
import { recordAudit } from '@/sandbox/world/record-audit'
import type { Sandbox } from '@/sandbox/world/sandbox'

const audited = (destination: Destination) => ({
  id: destination.id,
  type: 'destination',
  name: destination.name,
})

export const destinationRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/destinations', (c) => {
      const { items, pagination } = pageOf(sandbox.state.destinations, readQuery(c.req.url))
      return c.json({ data: { destinations: items.map(destinationView), pagination } })
    })
    .post('/destinations', async (c) => {
      const { sourceId, metadataId, enabled, name, settings } = await readBody(c)
      if (typeof sourceId !== 'string') throw invalidInput('"sourceId" is required', 'sourceId')
      const metadata = typeof metadataId === 'string' ? destinationMetadata(metadataId) : undefined
      if (!metadata) throw invalidInput('"metadataId" is not a known destination', 'metadataId')
      if (!isObject(settings)) throw invalidInput('"settings" is required', 'settings')
      checkWebhookUrl(settings)
      const destination: Destination = {
        id: newId('', 24),
        name: typeof name === 'string' ? name : metadata.name,
        enabled: enabled !== false,
        metadataId: metadata.id,
        sourceId: findSource(sandbox, sourceId).id,
        settings,
        subscriptions: [],
      }
      sandbox.state.destinations.push(destination)
      recordAudit(sandbox, 'Destination Created', audited(destination))
      return c.json({ data: { destination: destinationView(destination) } }, 201)
    })
    .get('/destinations/:id', (c) =>
      c.json({ data: { destination: destinationView(findDestination(sandbox, c.req.param('id'))) } }),
    )
    .patch('/destinations/:id', async (c) => {
      const destination = findDestination(sandbox, c.req.param('id'))
      const { enabled, name, settings } = await readBody(c)
      if (isObject(settings)) {
        checkWebhookUrl(settings)
        destination.settings = { ...destination.settings, ...settings }
      }
      if (typeof enabled === 'boolean') destination.enabled = enabled
      if (typeof name === 'string') destination.name = name
      recordAudit(sandbox, 'Destination Modified', audited(destination))
      return c.json({ data: { destination: destinationView(destination) } })
    })
    .delete('/destinations/:id', (c) => {
      const destination = findDestination(sandbox, c.req.param('id'))
      sandbox.state.destinations = sandbox.state.destinations.filter(({ id }) => id !== destination.id)
      recordAudit(sandbox, 'Destination Deleted', audited(destination))
      return c.json({ data: { status: 'SUCCESS' } })
    })
