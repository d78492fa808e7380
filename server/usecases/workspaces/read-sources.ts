import type {
  SegmentAnswer,
  SegmentDestination,
  SegmentGateway,
  SegmentProblem,
} from '@/server/ports/segment-gateway'
import type { Source, SourceDestination } from '@/server/ports/source-store'

type ReadSource = Omit<Source, 'workspaceId' | 'seenAt'>

/**
 * Reads the sources of a workspace, their schema settings and destinations, and the plan each follows.
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
    const destinations = await segment.destinations(source.id)
    if (!destinations.ok && !isKeptFrom(destinations.problem)) return destinations
    const planId = planOf.get(source.id) ?? null
    sources.push({
      ...source,
      planId,
      settings: settings.ok ? settings.value : null,
      destinations: destinations.ok ? destinations.value.map(toKept) : [],
    })
  }
  return { ok: true, value: sources }
}

/** A token may be allowed to see sources and not what hangs on them; the rest of the workspace is not held up by that. */
const isKeptFrom = ({ kind }: SegmentProblem): boolean =>
  kind === 'not-found' || kind === 'refused' || kind === 'no-protocols' || kind === 'unauthorized'

const toKept = ({ id, name, kind, enabled, mode }: SegmentDestination): SourceDestination => ({
  id,
  name,
  kind,
  enabled,
  mode,
})
