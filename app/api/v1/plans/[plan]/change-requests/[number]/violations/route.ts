import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listFixedViolations } from '@/server/usecases/violations/list-fixed-violations'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listFixedViolations, listFixedViolations),
})
