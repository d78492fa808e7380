import type { SourceRow } from '@/contracts/source'
import { enforcement } from '@/domain/sources/enforcement'
import { enforcementSummary } from '@/domain/sources/enforcement-summary'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'
import { type LateOfSource, lateArrivals } from '../violations/late-arrivals'
import { lastDayOf } from './last-day'
import { routeSummaries } from './route-summaries'

const dayMs = 24 * 3_600_000

/** Sources as a list shows them, with what is going on in each. */
export const sourceRows = async (
  stores: Stores,
  sources: readonly Source[],
  now: string,
): Promise<SourceRow[]> => {
  const { plans, workspaces } = stores
  const since = new Date(Date.parse(now) - dayMs).toISOString()
  const activity = await stores.sources.activity(since)
  const planNames = new Map((await plans.list()).map(({ id, name }) => [id, name]))
  const known = new Map((await workspaces.list()).map((workspace) => [workspace.id, workspace]))
  const summariesOf = await routeSummaries(
    stores,
    sources.map(({ workspaceId }) => workspaceId),
  )
  const lastHours = await lastHoursOf(stores, sources)
  const late = await lateArrivals(stores, now)
  return sources.map((source) => ({
    id: source.id,
    name: source.name,
    slug: source.slug,
    kind: source.kind,
    platform: source.platform,
    enabled: source.enabled,
    workspace: { id: source.workspaceId, name: known.get(source.workspaceId)?.name ?? '' },
    plan: source.planId ? { id: source.planId, name: planNames.get(source.planId) ?? '' } : null,
    settings: source.settings && { ...source.settings },
    destinations: [...source.destinations],
    summary: enforcementSummary(enforcementOf(source)),
    routes: summariesOf(source),
    lastDay: lastDayOf(activity[source.id], summariesOf(source), since),
    late: lateOf(late, source),
    lastEventAt: lastHours.get(source.id) ?? null,
    seenAt: source.seenAt,
  }))
}

const lateOf = (late: readonly LateOfSource[], { workspaceId, id }: Source): SourceRow['late'] => {
  const found = late.find((one) => one.workspaceId === workspaceId && one.sourceId === id)
  return found ? { count: found.count, lastDay: found.lastDay } : null
}

export const enforcementOf = ({ platform, planId, settings, destinations }: Source) =>
  enforcement({ platform, hasPlan: planId !== null, settings, destinations })

const lastHoursOf = async ({ sources: store }: Stores, sources: readonly Source[]) => {
  const found = new Map<string, string>()
  for (const workspaceId of new Set(sources.map((source) => source.workspaceId)))
    for (const [id, hour] of Object.entries(await store.lastHours(workspaceId))) found.set(id, hour)
  return found
}
