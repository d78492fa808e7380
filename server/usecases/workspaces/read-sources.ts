import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import type { Source } from '@/server/ports/source-store'

type ReadSource = Omit<Source, 'workspaceId' | 'seenAt'>

/**
 * Reads the sources of a workspace, their schema settings, and the plan each follows.
 *
 * @param plans our plan id for each of Segment's
 */
export const readSources = async (
  segment: SegmentGateway,
  plans: ReadonlyMap<string, string>,
): Promise<SegmentAnswer<readonly ReadSource[]>> => {
  const found = await segment.sources()
  if (!found.ok) return found
  const planOf = new Map<string, string>()
  for (const [segmentId, planId] of plans) {
    const connected = await segment.planSources(segmentId)
    if (!connected.ok) return connected
    for (const sourceId of connected.value) planOf.set(sourceId, planId)
  }
  const sources: ReadSource[] = []
  for (const source of found.value) {
    const settings = await segment.sourceSettings(source.id)
    // Segment has no schema settings for some kinds of source, and says so by refusing.
    if (!settings.ok && settings.problem.kind !== 'not-found' && settings.problem.kind !== 'refused')
      return settings
    const planId = planOf.get(source.id) ?? null
    sources.push({ ...source, planId, settings: settings.ok ? settings.value : null })
  }
  return { ok: true, value: sources }
}
