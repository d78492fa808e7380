import type { Context } from '@/server/ports/context'
import { workspaceSubject } from './subjects'
import { syncWorkspaceKey } from './sync-keys'

/** Asks for a look at every workspace: new plans, sources and settings, and with them the newest metrics. */
export const scheduleWorkspaces = (ctx: Context): Promise<void> =>
  ctx.transaction(async ({ jobs, workspaces }) => {
    for (const { id: workspaceId } of await workspaces.list())
      await jobs.add({
        kind: 'sync-workspace',
        payload: { workspaceId },
        subject: workspaceSubject(workspaceId),
        singleKey: syncWorkspaceKey(workspaceId),
        requestedBy: null,
      })
  })
