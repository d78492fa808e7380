import type { JobStarted } from '@/contracts/job'
import type { RoutePlace } from '@/contracts/source'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { workspaceSubject } from '../workspaces/subjects'
import { findRoutePlace } from './find-route-place'
import { connectKey, disconnectKey } from './route-keys'

/** Asks for a route to be taken away again: what was made for it in Segment, and only that. */
export const startDisconnect = (ctx: Context, input: RoutePlace): Promise<JobStarted> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'connect-sources')
    const { source, route } = await findRoutePlace(stores, input)
    const address = { workspaceId: source.workspaceId, sourceId: source.id, route }
    const before =
      (await stores.routes.lock(source.workspaceId, source.id, route)) ??
      fail({ code: 'wrong-state', detail: 'It is not connected from here.', status: 'not-connected' })
    if ((await stores.jobs.unfinished(connectKey(address))) !== null)
      fail({
        code: 'wrong-state',
        detail: 'It is being connected at this moment. Take it away when that has ended.',
        status: 'connecting',
      })
    const jobId = await stores.jobs.add({
      kind: 'disconnect-route',
      payload: address,
      subject: workspaceSubject(source.workspaceId),
      singleKey: disconnectKey(address),
      requestedBy: ctx.actor.personId,
    })
    await stores.routes.save({
      ...before,
      status: 'disconnecting',
      jobId,
      changedBy: personOf(ctx.actor),
      changedAt: ctx.now(),
    })
    await stores.audit.append({
      chain: source.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'route-disconnect-asked',
      subject: `source:${source.id}`,
      details: { route },
    })
    return { jobId }
  })
