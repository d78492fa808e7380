import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { importPlan } from '@/server/usecases/change-requests/import-plan'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.importPlan, importPlan),
})
