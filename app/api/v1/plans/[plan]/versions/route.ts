import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listVersions } from '@/server/usecases/plans/list-versions'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listVersions, listVersions),
})
