import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listEventFamilies } from '@/server/usecases/event-families/list-event-families'
import { proposeEventFamily } from '@/server/usecases/event-families/propose-event-family'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listEventFamilies, listEventFamilies),
  POST: route(operations.proposeEventFamily, proposeEventFamily),
})
