import { route } from '@/app/_entry/define-route'
import { methods } from '@/app/_entry/methods'
import { operations } from '@/contracts/operations'
import { connectWorkspace } from '@/server/usecases/workspaces/connect-workspace'
import { listWorkspaces } from '@/server/usecases/workspaces/list-workspaces'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.listWorkspaces, listWorkspaces),
  POST: route(operations.connectWorkspace, connectWorkspace),
})
