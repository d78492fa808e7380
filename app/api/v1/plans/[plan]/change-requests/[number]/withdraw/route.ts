import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { withdrawChangeRequest } from '@/server/usecases/change-requests/withdraw-change-request'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.withdrawChangeRequest, withdrawChangeRequest),
})
