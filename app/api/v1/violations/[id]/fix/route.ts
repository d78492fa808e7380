import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { fixViolation } from '@/server/usecases/fixes/fix-violation'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.fixViolation, fixViolation),
})
