import type { RouteAddress } from '@/server/ports/job-store'

/** Keys of jobs of which one unfinished one is enough. */
export const connectKey = ({ workspaceId, sourceId, route }: RouteAddress): string =>
  `connect-route:${workspaceId}:${sourceId}:${route}`

export const disconnectKey = ({ workspaceId, sourceId, route }: RouteAddress): string =>
  `disconnect-route:${workspaceId}:${sourceId}:${route}`
