import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { deleteViolationComment } from '@/server/usecases/conversation/delete-violation-comment'
import { editViolationComment } from '@/server/usecases/conversation/edit-violation-comment'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operations.editViolationComment, editViolationComment),
  DELETE: route(operations.deleteViolationComment, deleteViolationComment),
})
