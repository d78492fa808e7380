import {
  DeliveryOverviewApi,
  DestinationsApi,
  EventsApi,
  SourcesApi,
  TrackingPlansApi,
  WorkspacesApi,
} from '@segment/public-api-sdk-typescript'
import type { SegmentConnection } from '@/server/ports/context'
import { bodyText } from './body-text'

/** Segment's own limit for a call is not published; nothing it does on request takes this long. */
const timeoutMs = 30_000

export type SegmentApis = ReturnType<typeof segmentApis>

/**
 * The SDK's API objects for one workspace. Each is made by hand: the SDK's `configureApis` takes no address and
 * leaves the delivery overview out.
 */
export const segmentApis = ({ token, apiUrl }: SegmentConnection, timeout = timeoutMs) => {
  const address = apiUrl.replace(/\/+$/, '')
  const ready = <T extends Configurable>(api: T): T => {
    api.accessToken = token
    api.addInterceptor((options: RequestOptions) => {
      options.timeout = timeout
      // A redirect would carry the token to another host.
      options.followRedirect = false
      options.headers['User-Agent'] = 'Plumbline'
      // The SDK would parse the answer, and lose what JavaScript numbers and its own models cannot hold.
      options.json = false
      if (options.body === undefined) return
      options.body = bodyText(options.body)
      options.headers['Content-Type'] = 'application/json'
    })
    return api
  }
  return {
    deliveryOverview: ready(new DeliveryOverviewApi(address)),
    destinations: ready(new DestinationsApi(address)),
    events: ready(new EventsApi(address)),
    sources: ready(new SourcesApi(address)),
    trackingPlans: ready(new TrackingPlansApi(address)),
    workspaces: ready(new WorkspacesApi(address)),
  }
}

type RequestOptions = {
  timeout?: number
  followRedirect?: boolean
  json?: boolean
  body?: unknown
  headers: Record<string, string>
}

type Configurable = {
  accessToken: string | (() => string)
  addInterceptor: (interceptor: (options: RequestOptions) => void) => void
}
