import type { Listing } from '@/contracts/listing'
import type { WorkspaceView } from '@/contracts/workspace'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'

/** Every connected workspace, without its token. */
export const listWorkspaces = (ctx: Context): Promise<Listing<WorkspaceView>> =>
  ctx.transaction(async ({ plans, workspaces }) => {
    authorize(ctx.actor, 'read-plans')
    const counts = new Map<string, number>()
    for (const { workspaceId } of await plans.list())
      counts.set(workspaceId, (counts.get(workspaceId) ?? 0) + 1)
    const data = (await workspaces.list()).map((workspace) => ({
      id: workspace.id,
      name: workspace.name,
      slug: workspace.slug,
      segmentId: workspace.segmentId,
      region: workspace.region,
      apiUrl: workspace.apiUrl,
      demo: workspace.demo,
      plans: counts.get(workspace.id) ?? 0,
      connectedAt: workspace.connectedAt,
      problem: workspace.problem,
    }))
    return { data, nextCursor: null }
  })
