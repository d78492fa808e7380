import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { bePresent } from '@/server/usecases/presence/be-present'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.bePresent, bePresent),
})
