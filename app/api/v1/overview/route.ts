import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readOverview } from '@/server/usecases/overview/read-overview'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readOverview, readOverview),
})
