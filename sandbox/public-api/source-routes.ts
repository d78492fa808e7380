import { Hono } from 'hono'
import { seesWriteKeys } from '@/sandbox/public-api/check-token'
import { destinationView } from '@/sandbox/public-api/destination-view'
import { findSource } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { patchedSettings } from '@/sandbox/public-api/schema-settings-input'
import { badRequest, conflict, invalidInput } from '@/sandbox/public-api/segment-error'
import { sourceView } from '@/sandbox/public-api/source-view'
import { sourceMetadata } from '@/sandbox/world/catalog'
import { newId } from '@/sandbox/world/ids'
import { isObject } from '@/sandbox/world/json'
import { recordAudit } from '@/sandbox/world/record-audit'
import type { Sandbox } from '@/sandbox/world/sandbox'
import { allowEverything, type Source } from '@/sandbox/world/source'

const audited = (source: Source) => ({ id: source.id, type: 'source', name: source.name })

export const sourceRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/sources', (c) => {
      const { items, pagination } = pageOf(sandbox.state.sources, readQuery(c.req.url))
      return c.json({
        data: { sources: items.map((source) => sourceView(sandbox, source, seesWriteKeys(c))), pagination },
      })
    })
    .post('/sources', async (c) => {
      const { slug, enabled, metadataId, settings } = await readBody(c)
      if (typeof slug !== 'string' || slug === '') throw invalidInput('"slug" is required', 'slug')
      if (typeof metadataId !== 'string' || !sourceMetadata(metadataId))
        throw invalidInput('"metadataId" is not a known source', 'metadataId')
      if (sandbox.state.sources.some((source) => source.slug === slug))
        throw conflict(`A source with slug "${slug}" already exists`)
      const source: Source = {
        id: newId(),
        slug,
        name: slug,
        enabled: enabled !== false,
        metadataId,
        writeKeys: [newId('', 32)],
        settings: isObject(settings) ? settings : {},
        labels: [],
        trackingPlanId: null,
        schema: allowEverything,
      }
      sandbox.state.sources.push(source)
      recordAudit(sandbox, 'Source Created', audited(source))
      return c.json({ data: { source: sourceView(sandbox, source, true) } }, 201)
    })
    .get('/sources/:id', (c) => {
      const source = findSource(sandbox, c.req.param('id'))
      const view = sourceView(sandbox, source, seesWriteKeys(c))
      return c.json({ data: { source: view, trackingPlanId: source.trackingPlanId } })
    })
    .delete('/sources/:id', (c) => {
      const { state } = sandbox
      const source = findSource(sandbox, c.req.param('id'))
      state.sources = state.sources.filter(({ id }) => id !== source.id)
      state.destinations = state.destinations.filter(({ sourceId }) => sourceId !== source.id)
      for (const { schema } of state.sources) {
        if (schema.forwardingViolationsTo === source.id) delete schema.forwardingViolationsTo
        if (schema.forwardingBlockedEventsTo === source.id) delete schema.forwardingBlockedEventsTo
      }
      recordAudit(sandbox, 'Source Deleted', audited(source))
      return c.json({ data: { status: 'SUCCESS' } })
    })
    .get('/sources/:id/connected-destinations', (c) => {
      const source = findSource(sandbox, c.req.param('id'))
      const destinations = sandbox.state.destinations.filter(({ sourceId }) => sourceId === source.id)
      const { items, pagination } = pageOf(destinations, readQuery(c.req.url), { required: true })
      return c.json({ data: { destinations: items.map(destinationView), pagination } })
    })
    .get('/sources/:id/settings', (c) => {
      const source = findSource(sandbox, c.req.param('id'))
      return c.json({ data: { sourceId: source.id, settings: source.schema } })
    })
    .patch('/sources/:id/settings', async (c) => {
      const source = findSource(sandbox, c.req.param('id'))
      const body = await readBody(c)
      if (source.trackingPlanId === null)
        throw badRequest(
          `Source is not connected to a tracking plan: fields ${Object.keys(body).join(', ')} cannot be updated`,
        )
      const settings = patchedSettings(source.schema, body)
      for (const receiver of [settings.forwardingViolationsTo, settings.forwardingBlockedEventsTo])
        if (receiver !== undefined) findSource(sandbox, receiver)
      source.schema = settings
      recordAudit(sandbox, 'Source Modified', audited(source))
      return c.json({ data: { sourceId: source.id, settings: source.schema } })
    })
