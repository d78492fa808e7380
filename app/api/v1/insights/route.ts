import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readInsights } from '@/server/usecases/insights/read-insights'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readInsights, readInsights),
})
