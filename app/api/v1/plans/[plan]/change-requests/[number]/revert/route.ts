import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { revertChangeRequest } from '@/server/usecases/change-requests/revert-change-request'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.revertChangeRequest, revertChangeRequest),
})
