import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { readDiff } from '@/server/usecases/plans/read-diff'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readDiff, readDiff),
})
