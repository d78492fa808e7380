import { done, type StepOutcome } from './route-step'
import type { RouteWork } from './route-work'

/** The address that Segment posts to: one for all that a workspace forwards, one of its own for what comes inline. */
export const makeAddress = async (work: RouteWork): Promise<StepOutcome> => {
  const { ctx, source, workspace, record } = work
  const { route, endpointId, changedBy } = record()
  const found = await ctx.transaction(async (stores) => {
    const shared =
      route === 'inline'
        ? []
        : (await stores.routes.ofWorkspace(workspace.id)).filter(
            (other) => other.route === 'forwarding' || other.route === 'blocked-events',
          )
    for (const id of [endpointId, ...shared.map((other) => other.endpointId)])
      if (id !== null && (await stores.endpoints.find(id)) !== null) return id
    const id = ctx.newId()
    await stores.endpoints.add({
      id,
      workspaceId: workspace.id,
      kind: 'violations',
      sourceId: route === 'inline' ? source.id : null,
      secretSealed: ctx.secrets.seal(ctx.secrets.newToken()),
      writeKey: null,
      createdBy: changedBy,
      createdAt: ctx.now(),
      deliveries: 0,
      lastDeliveryAt: null,
    })
    await stores.audit.append({
      chain: workspace.id,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'endpoint-created',
      subject: `endpoint:${id}`,
      details: { kind: 'violations', source: source.id, route },
    })
    return id
  })
  await work.keep({ endpointId: found })
  return done(found, 'An address with a shared secret is ready here.')
}
