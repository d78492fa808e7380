import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { deleteComment } from '@/server/usecases/conversation/delete-comment'
import { editComment } from '@/server/usecases/conversation/edit-comment'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route(operations.editComment, editComment),
  DELETE: route(operations.deleteComment, deleteComment),
})
