import { Hono } from 'hono'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import type { AuditEvent } from '@/sandbox/world/audit-event'
import type { JsonObject } from '@/sandbox/world/json'
import type { Sandbox } from '@/sandbox/world/sandbox'

const isAsked = (event: AuditEvent, { startTime, endTime, resourceId, resourceType }: JsonObject) =>
  (startTime === undefined || Date.parse(event.timestamp) >= Date.parse(String(startTime))) &&
  (endTime === undefined || Date.parse(event.timestamp) < Date.parse(String(endTime))) &&
  (resourceId === undefined || event.resourceId === resourceId) &&
  (resourceType === undefined || event.resourceType === resourceType)

/** Who changed what, newest first; no before and after. */
export const auditRoutes = (sandbox: Sandbox) =>
  new Hono().get('/audit-events', (c) => {
    const query = readQuery(c.req.url)
    const { items, pagination } = pageOf(
      sandbox.state.audit.filter((event) => isAsked(event, query)),
      query,
    )
    return c.json({ data: { events: items, pagination } })
  })
