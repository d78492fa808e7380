import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { startWorkspaceSync } from '@/server/usecases/workspaces/start-workspace-sync'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route(operations.syncWorkspace, startWorkspaceSync),
})
