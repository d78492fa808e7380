import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { revokeToken } from '@/server/usecases/people/revoke-token'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.revokeToken, revokeToken),
})
