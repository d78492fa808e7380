import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listRoutes } from '@/server/usecases/sources/list-routes'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listRoutes, listRoutes),
})
