import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { verifyEvidence } from '@/server/usecases/evidence/verify-evidence'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.verifyEvidence, verifyEvidence),
})
