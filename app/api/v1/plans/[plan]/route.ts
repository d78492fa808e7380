import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readPlan } from '@/server/usecases/plans/read-plan'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readPlan, readPlan),
})
