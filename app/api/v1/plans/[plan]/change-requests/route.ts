import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { createChangeRequest } from '@/server/usecases/change-requests/create-change-request'
import { listChangeRequests } from '@/server/usecases/change-requests/list-change-requests'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listChangeRequests, listChangeRequests),
  POST: route(operations.createChangeRequest, createChangeRequest),
})
