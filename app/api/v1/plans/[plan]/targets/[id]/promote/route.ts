import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { promote } from '@/server/usecases/targets/promote'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.promote, promote),
})
