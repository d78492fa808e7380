import { ConnectWorkspace } from '@/contracts/workspace'
import type { Composition } from '@/server/compose'
import type { SegmentSettings } from '@/server/settings/settings'
import { isTokenConnected } from '@/server/usecases/start/is-token-connected'
import { connectWorkspace } from '@/server/usecases/workspaces/connect-workspace'
import { failureLine } from './failure-line'

/** Connects the workspace of `SEGMENT_TOKEN`. That Segment refuses or cannot be reached does not stop the start. */
export const prepareSegment = async (
  { contextFor }: Composition,
  { token, apiUrl, region }: SegmentSettings,
): Promise<string[]> => {
  const ctx = contextFor({ kind: 'system', personId: null, name: 'Start' })
  if (await isTokenConnected(ctx, { token })) return []
  try {
    const given = ConnectWorkspace.parse({ token, region, ...(apiUrl ? { apiUrl } : {}) })
    await connectWorkspace(ctx, given)
    return ['The workspace of SEGMENT_TOKEN is connected; its plans are coming in.']
  } catch (error) {
    return [`The workspace of SEGMENT_TOKEN could not be connected: ${failureLine(error)}`]
  }
}
