import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { changeMember } from '@/server/usecases/people/change-member'
import { removeMember } from '@/server/usecases/people/remove-member'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operations.changeMember, changeMember),
  DELETE: route(operations.removeMember, removeMember),
})
