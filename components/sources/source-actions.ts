import type { JobStarted } from '@/contracts/job'
import type { RoutePlace, RouteTestStarted } from '@/contracts/source'
import type { Action } from '../data/action'

export type SourceActions = {
  readonly connectRoute: Action<RoutePlace, JobStarted>
  readonly disconnectRoute: Action<RoutePlace, JobStarted>
  readonly testRoute: Action<RoutePlace, RouteTestStarted>
}
