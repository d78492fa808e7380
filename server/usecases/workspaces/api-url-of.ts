import type { ConnectWorkspace } from '@/contracts/workspace'

/** Segment Public API: one host a region, and no others. */
const hosts = { us: 'https://api.segmentapis.com', eu: 'https://eu1.api.segmentapis.com' } as const

/** Where a workspace is asked: its region's host, or the address given instead; without a slash at the end. */
export const apiUrlOf = ({ region, apiUrl }: Pick<ConnectWorkspace, 'region' | 'apiUrl'>): string =>
  (apiUrl ?? hosts[region]).replace(/\/+$/, '')
