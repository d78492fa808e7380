import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { exportPlan } from '@/server/usecases/plans/export-plan'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.exportPlan, exportPlan),
})
