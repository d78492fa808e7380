import type { JobStarted } from '@/contracts/job'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { workspaceSubject } from './subjects'
import { syncWorkspaceKey } from './sync-keys'

/** Looks at the workspace now: new plans, sources and their settings, then every plan. */
export const startWorkspaceSync = (ctx: Context, { id }: { readonly id: string }): Promise<JobStarted> =>
  ctx.transaction(async ({ jobs, workspaces }) => {
    authorize(ctx.actor, 'sync-plan')
    if ((await workspaces.find(id)) === null) fail({ code: 'not-found', what: 'workspace' })
    const jobId = await jobs.add({
      kind: 'sync-workspace',
      payload: { workspaceId: id },
      subject: workspaceSubject(id),
      singleKey: syncWorkspaceKey(id),
      requestedBy: ctx.actor.personId,
    })
    return { jobId }
  })
