import { Hono } from 'hono'
import { seesWriteKeys } from '@/sandbox/public-api/check-token'
import { findPlan, findSource } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { conflict, invalidInput, notFound } from '@/sandbox/public-api/segment-error'
import { sourceView } from '@/sandbox/public-api/source-view'
import { recordAudit } from '@/sandbox/world/record-audit'
import type { Sandbox } from '@/sandbox/world/sandbox'
import type { Source } from '@/sandbox/world/source'

const audited = (source: Source) => ({ id: source.id, type: 'source', name: source.name })

/** Which sources a plan is connected to. A plan has many sources, a source one plan at most. */
export const planSourceRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/tracking-plans/:id/sources', (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      const sources = sandbox.state.sources.filter(({ trackingPlanId }) => trackingPlanId === plan.id)
      const { items, pagination } = pageOf(sources, readQuery(c.req.url))
      return c.json({
        data: { sources: items.map((source) => sourceView(sandbox, source, seesWriteKeys(c))), pagination },
      })
    })
    .post('/tracking-plans/:id/sources', async (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      const { sourceId } = await readBody(c)
      if (typeof sourceId !== 'string') throw invalidInput('"sourceId" is required', 'sourceId')
      const source = findSource(sandbox, sourceId)
      if (source.trackingPlanId !== null && source.trackingPlanId !== plan.id)
        throw conflict('Source is already connected to another tracking plan')
      source.trackingPlanId = plan.id
      recordAudit(sandbox, 'Source Modified', audited(source))
      return c.json({ data: { status: 'SUCCESS' } })
    })
    .delete('/tracking-plans/:id/sources', (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      const source = findSource(sandbox, String(readQuery(c.req.url).sourceId ?? ''))
      if (source.trackingPlanId !== plan.id) throw notFound('Connected source')
      source.trackingPlanId = null
      recordAudit(sandbox, 'Source Disconnected From Tracking Plan', audited(source))
      return c.json({ data: { status: 'SUCCESS' } })
    })
