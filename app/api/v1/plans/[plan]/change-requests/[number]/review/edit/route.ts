import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readRequestEdit } from '@/server/usecases/reviewing/read-request-edit'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readRequestEdit, readRequestEdit),
})
