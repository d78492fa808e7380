import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { changeTarget } from '@/server/usecases/targets/change-target'
import { removeTarget } from '@/server/usecases/targets/remove-target'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operations.changeTarget, changeTarget),
  DELETE: route(operations.removeTarget, removeTarget),
})
