import type { ConnectWorkspace, WorkspaceCheck } from '@/contracts/workspace'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { askSegment } from './ask-segment'

/** What a token opens; nothing is stored. Fails as `askSegment` does. */
export const checkWorkspace = async (ctx: Context, input: ConnectWorkspace): Promise<WorkspaceCheck> => {
  authorize(ctx.actor, 'connect-workspace')
  const { apiUrl, workspace, plans } = await askSegment(ctx, input)
  const known = await ctx.transaction(({ workspaces }) => workspaces.findBySegmentId(workspace.id, apiUrl))
  return {
    segmentId: workspace.id,
    name: workspace.name,
    slug: workspace.slug,
    plans: plans.map(({ id, name }) => ({ segmentId: id, name })),
    alreadyConnected: known !== null,
  }
}
