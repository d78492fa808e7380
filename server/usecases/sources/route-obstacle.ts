import { isReachableAddress } from '@/domain/sources/is-reachable-address'
import type { Route } from '@/domain/sources/route'
import type { Source } from '@/server/ports/source-store'
import type { Workspace } from '@/server/ports/workspace-store'

type Place = {
  readonly source: Source
  readonly route: Route
  readonly workspace: Workspace
  readonly appUrl: string
}

/** Why a route cannot be connected as things are, and the way on; null where it can. */
export const routeObstacle = ({ source, route, workspace, appUrl }: Place): string | null => {
  if (source.planId === null)
    return 'This source follows no plan, so Segment judges nothing here. Connect a plan to it in Segment first.'
  if (route === 'collector') return null
  if (route !== 'inline' && source.settings === null)
    return 'Segment gives no schema settings for this source, and forwarding is one of them.'
  // A stand-in for Segment runs beside this installation; Segment itself does not.
  const isSegment = isReachableAddress(workspace.apiUrl)
  if (isSegment && !isReachableAddress(appUrl))
    return `Segment cannot reach ${appUrl} over the internet. Set APP_URL to an address that it can, or bring violations in from files.`
  return null
}
