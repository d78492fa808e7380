import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { resolveConflicts } from '@/server/usecases/change-requests/resolve-conflicts'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.resolveConflicts, resolveConflicts),
})
