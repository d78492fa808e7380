import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listSources } from '@/server/usecases/sources/list-sources'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listSources, listSources),
})
