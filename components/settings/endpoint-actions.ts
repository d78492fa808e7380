import type { CreateEndpoint, EndpointCreated } from '@/contracts/endpoint'
import type { Action } from '../data/action'

type Id = { readonly id: string }

export type EndpointActions = {
  readonly createEndpoint: Action<CreateEndpoint, EndpointCreated>
  readonly rotateEndpoint: Action<Id, EndpointCreated>
  readonly deleteEndpoint: Action<Id, null>
}
