import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { triageMany } from '@/server/usecases/violations/triage-many'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.triageMany, triageMany),
})
