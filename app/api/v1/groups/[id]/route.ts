import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { changeGroup } from '@/server/usecases/policies/change-group'
import { deleteGroup } from '@/server/usecases/policies/delete-group'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route(operations.changeGroup, changeGroup),
  DELETE: route(operations.deleteGroup, deleteGroup),
})
