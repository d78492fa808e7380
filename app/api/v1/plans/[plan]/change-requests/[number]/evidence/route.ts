import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readEvidence } from '@/server/usecases/evidence/read-evidence'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readEvidence, readEvidence),
})
