import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { changeViolation } from '@/server/usecases/violations/change-violation'
import { readViolation } from '@/server/usecases/violations/read-violation'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readViolation, readViolation),
  PATCH: route(operations.changeViolation, changeViolation),
})
