import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listViolations } from '@/server/usecases/violations/list-violations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listViolations, listViolations),
})
