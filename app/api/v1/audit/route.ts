import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { listAudit } from '@/server/usecases/audit/list-audit'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listAudit, listAudit),
})
