import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { controlRoutes } from '@/sandbox/control/control-routes'
import type { RequestLog } from '@/sandbox/control/request-log'
import { injectFaults } from '@/sandbox/faults/inject-faults'
import { publicApi } from '@/sandbox/public-api/public-api'
import { errorAnswer, notFound, SegmentError } from '@/sandbox/public-api/segment-error'
import { trackingRoutes } from '@/sandbox/tracking-api/tracking-routes'
import type { Traffic } from '@/sandbox/traffic/traffic'
import type { Sandbox } from '@/sandbox/world/sandbox'

/** Everything that the sandbox answers: its control interface, and behind log and faults the Tracking and Public API. */
export const makeApp = (sandbox: Sandbox, log: RequestLog, traffic: Traffic) =>
  new Hono<{ Bindings: HttpBindings }>()
    .onError((error) =>
      errorAnswer(
        error instanceof SegmentError ? error : new SegmentError(500, 'internal-server-error', error.message),
      ),
    )
    .notFound(() => errorAnswer(notFound('Endpoint')))
    .route('/_sandbox', controlRoutes(sandbox, log, traffic))
    .use(log.record, injectFaults(sandbox.faults))
    .route('/', trackingRoutes(sandbox))
    .route('/', publicApi(sandbox))
