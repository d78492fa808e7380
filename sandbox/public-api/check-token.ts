import type { MiddlewareHandler } from 'hono'
import { SegmentError } from '@/sandbox/public-api/segment-error'

const unauthorized = () => new SegmentError(401, 'unauthorized', 'Unauthorized')

/**
 * Lets three tokens in: `sandbox` may do everything, `sandbox-read-only` may only read, `sandbox-no-protocols` belongs
 * to a workspace without Protocols. Segment answers 401 for a lacking permission too, and 404 for a feature that is off.
 */
export const checkToken = (): MiddlewareHandler => async (c, next) => {
  const token = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === 'sandbox-read-only' && c.req.method !== 'GET') throw unauthorized()
  if (token === 'sandbox-no-protocols' && c.req.path.startsWith('/tracking-plans'))
    throw new SegmentError(404, 'not-found', 'The requested feature is not enabled for this workspace')
  if (token !== 'sandbox' && token !== 'sandbox-read-only' && token !== 'sandbox-no-protocols')
    throw unauthorized()
  await next()
}
