import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { workspaceSubject } from './subjects'

/** Forgets a workspace and everything known of it; its audit chain stays, and nothing changes in Segment. */
export const removeWorkspace = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async ({ audit, workspaces }) => {
    authorize(ctx.actor, 'connect-workspace')
    const workspace = (await workspaces.find(id)) ?? fail({ code: 'not-found', what: 'workspace' })
    await workspaces.remove(id)
    await audit.append({
      chain: id,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'workspace-removed',
      subject: workspaceSubject(id),
      details: { name: workspace.name, segmentId: workspace.segmentId },
    })
    return null
  })
