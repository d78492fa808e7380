import type { RoutePlace } from '@/contracts/source'
import { type Route, routes } from '@/domain/sources/route'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'
import type { Workspace } from '@/server/ports/workspace-store'
import { fail } from '../fail'

/** The source and the route that a caller names. Fails with `not-found`. */
export const findRoutePlace = async (
  { sources, workspaces }: Stores,
  { id, route }: RoutePlace,
): Promise<{ readonly source: Source; readonly route: Route; readonly workspace: Workspace }> => {
  const source = (await sources.find(id)) ?? fail({ code: 'not-found', what: 'source' })
  const workspace =
    (await workspaces.find(source.workspaceId)) ?? fail({ code: 'not-found', what: 'workspace' })
  const known = routes.find((one) => one === route) ?? fail({ code: 'not-found', what: `route "${route}"` })
  return { source, route: known, workspace }
}
