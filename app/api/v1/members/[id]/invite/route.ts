import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { renewInvite } from '@/server/usecases/people/renew-invite'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.renewInvite, renewInvite),
})
