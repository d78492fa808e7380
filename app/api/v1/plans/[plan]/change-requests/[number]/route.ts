import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { describeChangeRequest } from '@/server/usecases/change-requests/describe-change-request'
import { readChangeRequest } from '@/server/usecases/change-requests/read-change-request'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readChangeRequest, readChangeRequest),
  PATCH: route(operations.describeChangeRequest, describeChangeRequest),
})
