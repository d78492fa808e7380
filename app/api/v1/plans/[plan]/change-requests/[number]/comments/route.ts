import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { addComment } from '@/server/usecases/conversation/add-comment'
import { listComments } from '@/server/usecases/conversation/list-comments'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listComments, listComments),
  POST: route(operations.commentOnChangeRequest, addComment),
})
