import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { startSync } from '@/server/usecases/plans/start-sync'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.startSync, startSync),
})
