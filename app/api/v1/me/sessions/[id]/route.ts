import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { endSession } from '@/server/usecases/people/end-session'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.endSession, endSession),
})
