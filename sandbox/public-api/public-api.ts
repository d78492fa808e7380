import { Hono } from 'hono'
import { auditRoutes } from '@/sandbox/public-api/audit-routes'
import { checkToken } from '@/sandbox/public-api/check-token'
import { deliveryOverviewRoutes } from '@/sandbox/public-api/delivery-overview-routes'
import { destinationRoutes } from '@/sandbox/public-api/destination-routes'
import { eventVolumeRoutes } from '@/sandbox/public-api/event-volume-routes'
import { planSourceRoutes } from '@/sandbox/public-api/plan-source-routes'
import { rateLimit } from '@/sandbox/public-api/rate-limit'
import { ruleRoutes } from '@/sandbox/public-api/rule-routes'
import { sourceRoutes } from '@/sandbox/public-api/source-routes'
import { subscriptionRoutes } from '@/sandbox/public-api/subscription-routes'
import { trackingPlanRoutes } from '@/sandbox/public-api/tracking-plan-routes'
import { workspaceRoutes } from '@/sandbox/public-api/workspace-routes'
import type { Sandbox } from '@/sandbox/world/sandbox'

const areas = [
  workspaceRoutes,
  trackingPlanRoutes,
  ruleRoutes,
  planSourceRoutes,
  sourceRoutes,
  destinationRoutes,
  subscriptionRoutes,
  eventVolumeRoutes,
  deliveryOverviewRoutes,
  auditRoutes,
]

/** Segment's Public API: token, then rate limit, then the call. */
export const publicApi = (sandbox: Sandbox) => {
  const api = new Hono().use(checkToken(), rateLimit(sandbox))
  for (const area of areas) api.route('/', area(sandbox))
  return api
}
