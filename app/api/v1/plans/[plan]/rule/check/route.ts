import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { checkProposal } from '@/server/usecases/checks/check-proposal'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.checkProposal, checkProposal),
})
