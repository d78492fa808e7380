import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listRepairs } from '@/server/usecases/repairs/list-repairs'
import { repairRules } from '@/server/usecases/repairs/repair-rules'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listRepairs, listRepairs),
  POST: route(operations.repairRules, repairRules),
})
