import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { searchPlans } from '@/server/usecases/plans/search-plans'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.search, searchPlans),
})
