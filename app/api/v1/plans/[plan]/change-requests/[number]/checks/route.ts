import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { rerunChecks } from '@/server/usecases/checks/rerun-checks'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.rerunChecks, rerunChecks),
})
