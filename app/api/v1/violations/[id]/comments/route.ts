import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { commentOnViolation } from '@/server/usecases/conversation/comment-on-violation'
import { listViolationComments } from '@/server/usecases/conversation/list-violation-comments'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listViolationComments, listViolationComments),
  POST: route(operations.commentOnViolation, commentOnViolation),
})
