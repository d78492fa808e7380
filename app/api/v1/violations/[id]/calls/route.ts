import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listViolationCalls } from '@/server/usecases/fixes/list-violation-calls'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listViolationCalls, listViolationCalls),
})
