import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { verifyAudit } from '@/server/usecases/audit/verify-audit'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.verifyAudit, verifyAudit),
})
