import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readRule } from '@/server/usecases/plans/read-rule'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readRule, readRule),
})
