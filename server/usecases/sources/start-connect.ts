import type { JobStarted } from '@/contracts/job'
import type { RoutePlace } from '@/contracts/source'
import { routeSteps, routeStepTitles } from '@/domain/sources/route-guide'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { workspaceSubject } from '../workspaces/subjects'
import { findRoutePlace } from './find-route-place'
import { connectKey, disconnectKey } from './route-keys'
import { routeObstacle } from './route-obstacle'

/** Asks for a route to be set up, or to go on where it stopped. What stands already is found, not made again. */
export const startConnect = (ctx: Context, input: RoutePlace): Promise<JobStarted> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'connect-sources')
    const { source, route, workspace } = await findRoutePlace(stores, input)
    const address = { workspaceId: source.workspaceId, sourceId: source.id, route }
    const obstacle = routeObstacle({ source, route, workspace, appUrl: ctx.appUrl })
    if (obstacle !== null) fail({ code: 'wrong-state', detail: obstacle, status: 'not-connected' })
    if ((await stores.jobs.unfinished(disconnectKey(address))) !== null)
      fail({ code: 'wrong-state', detail: 'It is being taken away.', status: 'disconnecting' })
    const before = await stores.routes.lock(source.workspaceId, source.id, route)
    const jobId = await stores.jobs.add({
      kind: 'connect-route',
      payload: address,
      subject: workspaceSubject(source.workspaceId),
      singleKey: connectKey(address),
      requestedBy: ctx.actor.personId,
    })
    await stores.routes.save({
      ...address,
      status: 'connecting',
      endpointId: before?.endpointId ?? null,
      steps: routeSteps[route].map((name) => ({
        name,
        state: 'waiting',
        words: '',
        id: before?.steps.find((step) => step.name === name)?.id ?? null,
      })),
      made: before?.made ?? [],
      jobId,
      changedBy: personOf(ctx.actor),
      changedAt: ctx.now(),
    })
    await stores.audit.append({
      chain: source.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'route-connect-asked',
      subject: `source:${source.id}`,
      details: { route, steps: routeSteps[route].map((name) => routeStepTitles[name]) },
    })
    return { jobId }
  })
