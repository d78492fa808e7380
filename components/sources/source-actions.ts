import type { CreateEndpoint, EndpointCreated } from '@/contracts/endpoint'
import type { JobStarted } from '@/contracts/job'
import type { RoutePlace, RouteTestStarted } from '@/contracts/source'
import type { Action } from '../data/action'

export type SourceActions = {
  readonly connectRoute: Action<RoutePlace, JobStarted>
  readonly disconnectRoute: Action<RoutePlace, JobStarted>
  readonly createEndpoint: Action<CreateEndpoint, EndpointCreated>
  readonly testRoute: Action<RoutePlace, RouteTestStarted>
}
