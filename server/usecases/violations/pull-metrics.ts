import type { Context } from '@/server/ports/context'
import type { JobRunEnd } from '@/server/ports/job-runner'
import type { SegmentAnswer, SegmentGateway, SegmentProblem } from '@/server/ports/segment-gateway'
import type { Source } from '@/server/ports/source-store'
import { endOfProblem } from '../jobs/end-of-problem'
import { segmentOf } from '../workspaces/segment-of'
import { maskCounts } from './mask-counts'
import { type MetricsWindow, metricsWindows } from './metrics-windows'

/**
 * The job that pulls what Segment itself counted, per hour and event, for every source that follows a plan: events
 * received after validation, and events that Protocols kept out. The first pull goes back 30 days; later ones go on
 * where the last one ended, and repeat the hours before, which may have been incomplete. What was pulled is kept window
 * by window, so that a rate limit or a killed worker costs none of it.
 */
export const pullMetrics = async (
  ctx: Context,
  { workspaceId }: { readonly workspaceId: string },
): Promise<JobRunEnd> => {
  const known = await ctx.transaction(async ({ sources, workspaces }) => {
    const workspace = await workspaces.find(workspaceId)
    if (!workspace) return null
    const governed = (await sources.ofWorkspace(workspaceId)).filter(({ planId }) => planId !== null)
    return { workspace, sources: governed, pulledUntil: await sources.pulledUntil(workspaceId) }
  })
  if (!known) return { done: { removed: true } }

  const segment = segmentOf(ctx, known.workspace)
  const withoutBlocked = new Set<string>()
  // Longest not pulled first, so that a rate limit cannot keep the same ones waiting each time.
  for (const source of [...known.sources].sort(byPull(known.pulledUntil))) {
    for (const window of metricsWindows(ctx.now(), known.pulledUntil[source.id])) {
      const counts = await readCounts(segment, source.id, window)
      if (!counts.ok) return endOfProblem(counts.problem, known.workspace)
      if (counts.value.blocked === null) withoutBlocked.add(source.id)
      await keepCounts(ctx, source, window, counts.value)
    }
  }
  return { done: { sources: known.sources.length, withoutBlocked: [...withoutBlocked] } }
}

const byPull =
  (pulledUntil: Readonly<Record<string, string>>) =>
  (a: Source, b: Source): number =>
    (pulledUntil[a.id] ?? '') < (pulledUntil[b.id] ?? '') ? -1 : 1

type Counts = {
  readonly volume: Extract<Awaited<ReturnType<SegmentGateway['eventVolume']>>, { ok: true }>['value']
  readonly blocked: Counts['volume'] | null
}

const readCounts = async (
  segment: SegmentGateway,
  sourceId: string,
  { from, to }: MetricsWindow,
): Promise<SegmentAnswer<Counts>> => {
  const volume = await segment.eventVolume(sourceId, from, to)
  if (!volume.ok) return volume
  const blocked = await segment.blockedEvents(sourceId, from, to)
  if (!blocked.ok && !isNotOffered(blocked.problem)) return blocked
  return { ok: true, value: { volume: volume.value, blocked: blocked.ok ? blocked.value : null } }
}

/** Segment Public API: the delivery overview is beta, and not every workspace or token has it. */
const isNotOffered = ({ kind }: SegmentProblem): boolean =>
  kind === 'not-found' || kind === 'refused' || kind === 'no-protocols' || kind === 'unauthorized'

const keepCounts = (
  ctx: Context,
  { workspaceId, id, planId }: Source,
  window: MetricsWindow,
  counts: Counts,
) =>
  ctx.transaction(async (stores) => {
    const { sources } = stores
    const isStillThere = (await sources.ofWorkspace(workspaceId)).some((source) => source.id === id)
    if (!isStillThere) return
    const masked = (told: Counts['volume']) => maskCounts(stores, planId, told)
    await sources.recordHours(workspaceId, id, 'volume', window, await masked(counts.volume))
    if (counts.blocked)
      await sources.recordHours(workspaceId, id, 'blocked', window, await masked(counts.blocked))
    await sources.setPulledUntil(workspaceId, id, window.to)
  })
