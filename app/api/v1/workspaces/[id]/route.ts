import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { removeWorkspace } from '@/server/usecases/workspaces/remove-workspace'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route(operations.removeWorkspace, removeWorkspace),
})
