import { route } from '@/app/_entry/define-route'
import { laterRoute } from '@/app/_entry/later-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readViolation } from '@/server/usecases/violations/read-violation'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readViolation, readViolation),
  PATCH: laterRoute(operations.changeViolation),
})
