import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { createEndpoint } from '@/server/usecases/violations/create-endpoint'
import { listEndpoints } from '@/server/usecases/violations/list-endpoints'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listEndpoints, listEndpoints),
  POST: route(operations.createEndpoint, createEndpoint),
})
