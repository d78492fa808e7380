import type { ConnectedWorkspace, ConnectWorkspace } from '@/contracts/workspace'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { askSegment, type Opened } from './ask-segment'
import { keepPlans } from './keep-plans'
import { workspaceSubject } from './subjects'
import { syncWorkspaceKey } from './sync-keys'

/**
 * Connects a workspace once Segment has accepted the token: its plans are known at once, their rules come in by a
 * job. One that is connected already gets the new token. Fails as `askSegment` does, with nothing stored.
 *
 * @param input `demo` marks the workspace of the sandbox; only the installation itself says so
 */
export const connectWorkspace = async (
  ctx: Context,
  input: ConnectWorkspace & { readonly demo?: boolean },
): Promise<ConnectedWorkspace> => {
  authorize(ctx.actor, 'connect-workspace')
  const opened = await askSegment(ctx, input)
  return ctx.transaction(async (stores) => {
    const at = ctx.now()
    const { id, action } = await keepWorkspace(ctx, stores, input, opened)
    await keepPlans(ctx, stores, id, opened.plans)
    const jobId = await stores.jobs.add({
      kind: 'sync-workspace',
      payload: { workspaceId: id },
      subject: workspaceSubject(id),
      singleKey: syncWorkspaceKey(id),
      requestedBy: ctx.actor.personId,
    })
    await stores.audit.append({
      chain: id,
      actor: ctx.actor,
      at,
      action,
      subject: workspaceSubject(id),
      details: { name: opened.workspace.name, segmentId: opened.workspace.id, plans: opened.plans.length },
    })
    return { id, jobId }
  })
}

const keepWorkspace = async (
  ctx: Context,
  { workspaces }: Stores,
  input: ConnectWorkspace & { readonly demo?: boolean },
  { apiUrl, workspace }: Opened,
) => {
  const tokenSealed = ctx.secrets.seal(input.token)
  const name = input.name || workspace.name
  const known = await workspaces.findBySegmentId(workspace.id, apiUrl)
  if (known) {
    await workspaces.replaceToken(known.id, tokenSealed, input.name || known.name)
    await workspaces.setProblem(known.id, null)
    return { id: known.id, action: 'workspace-token-replaced' }
  }
  const id = ctx.newId()
  await workspaces.add({
    id,
    segmentId: workspace.id,
    name,
    slug: workspace.slug,
    region: input.region,
    apiUrl,
    tokenSealed,
    demo: input.demo ?? false,
    problem: null,
    connectedAt: ctx.now(),
  })
  return { id, action: 'workspace-connected' }
}
