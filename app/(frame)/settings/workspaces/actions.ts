'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { ConnectWorkspace } from '@/contracts/workspace'
import { removeDemo as runRemoveDemo } from '@/server/usecases/people/remove-demo'
import { checkWorkspace as runCheck } from '@/server/usecases/workspaces/check-workspace'
import { connectWorkspace as runConnect } from '@/server/usecases/workspaces/connect-workspace'
import { removeWorkspace as runRemove } from '@/server/usecases/workspaces/remove-workspace'
import { startWorkspaceSync as runSync } from '@/server/usecases/workspaces/start-workspace-sync'

export const checkWorkspace = defineAction(ConnectWorkspace, runCheck)
export const connectWorkspace = defineAction(ConnectWorkspace, runConnect)
export const removeWorkspace = defineAction(z.object({ id: z.string() }), runRemove)
export const removeDemo = defineAction(z.object({}), runRemoveDemo)
export const syncWorkspace = defineAction(z.object({ id: z.string() }), runSync)
