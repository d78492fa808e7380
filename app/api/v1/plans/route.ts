import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listPlans } from '@/server/usecases/plans/list-plans'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listPlans, listPlans),
})
