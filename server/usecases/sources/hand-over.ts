import type { RouteWork } from './route-work'

/**
 * Gives what was made for a route to another one that stands on the same address, which takes it away when it goes
 * itself. False where there is no other.
 */
export const handOver = ({ ctx, workspace, record }: RouteWork): Promise<boolean> =>
  ctx.transaction(async ({ routes }) => {
    const { endpointId, sourceId, route, made } = record()
    if (endpointId === null) return false
    const all = await routes.ofWorkspace(workspace.id)
    const other = all.find(
      (one) => one.endpointId === endpointId && (one.sourceId !== sourceId || one.route !== route),
    )
    const heir = other && (await routes.lock(workspace.id, other.sourceId, other.route))
    if (!heir) return false
    const given = made.filter(
      (thing) =>
        thing.kind !== 'setting' &&
        !heir.made.some(({ kind, name }) => kind === thing.kind && name === thing.name),
    )
    await routes.save({ ...heir, made: [...heir.made, ...given] })
    return true
  })
