import { Hono } from 'hono'
import { readQuery } from '@/sandbox/public-api/query'
import { SegmentError } from '@/sandbox/public-api/segment-error'
import type { Sandbox } from '@/sandbox/world/sandbox'

/** GET / (who am I) and GET /echo (Segment's safe endpoint for trying error handling). */
export const workspaceRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/', (c) => c.json({ data: { workspace: sandbox.state.workspace } }))
    .get('/echo', (c) => {
      const query = readQuery(c.req.url)
      if (query.triggerError === 'true' || query.triggerUnexpectedError === 'true')
        throw new SegmentError(Number(query.statusCode ?? 500), 'echo-error', String(query.message ?? ''))
      const headers = Object.fromEntries(
        Object.entries(c.req.header()).filter(([name]) => name !== 'authorization'),
      )
      return c.json({ data: { method: 'GET', message: query.message ?? '', headers } })
    })
