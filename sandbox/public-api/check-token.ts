import type { Context, MiddlewareHandler } from 'hono'
import { featureOff, SegmentError } from '@/sandbox/public-api/segment-error'

const tokenOf = (c: Context) => /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** Segment Public API: write keys are given to tokens of source administrators only. */
export const seesWriteKeys = (c: Context): boolean => tokenOf(c) !== 'sandbox-read-only'

const unauthorized = () => new SegmentError(401, 'unauthorized', 'Unauthorized')

/**
 * Lets three tokens in: `sandbox` may do everything, `sandbox-read-only` may only read, `sandbox-no-protocols` belongs
 * to a workspace without Protocols. Segment answers 401 for a lacking permission too, and 404 for a feature that is off.
 */
export const checkToken = (): MiddlewareHandler => async (c, next) => {
  const token = tokenOf(c)
  if (token === 'sandbox-read-only' && c.req.method !== 'GET') throw unauthorized()
  if (token === 'sandbox-no-protocols' && c.req.path.startsWith('/tracking-plans')) throw featureOff()
  if (token !== 'sandbox' && token !== 'sandbox-read-only' && token !== 'sandbox-no-protocols')
    throw unauthorized()
  await next()
}
