import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listCatalog } from '@/server/usecases/plans/list-catalog'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listCatalog, listCatalog),
})
