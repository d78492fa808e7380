import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readViolationSeries } from '@/server/usecases/violations/read-violation-series'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readViolationSeries, readViolationSeries),
})
