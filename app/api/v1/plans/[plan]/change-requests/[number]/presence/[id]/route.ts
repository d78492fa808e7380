import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { leaveRequest } from '@/server/usecases/presence/leave-request'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.leaveRequest, leaveRequest),
})
