import type { SourceView } from '@/contracts/source'
import { discardWords } from '@/domain/sources/discard-reasons'
import { reconcile } from '@/domain/sources/reconcile'
import type { Context } from '@/server/ports/context'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'
import type { Workspace } from '@/server/ports/workspace-store'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { enforcementOf, sourceRows } from './source-rows'

const hourMs = 3_600_000
const shownHours = 7 * 24

/** One source: what happens to its bad data, and what has been going on in the last 7 days. */
export const readSource = (ctx: Context, { id }: { readonly id: string }): Promise<SourceView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-sources')
    const source = (await stores.sources.find(id)) ?? fail({ code: 'not-found', what: 'source' })
    const [row] = await sourceRows(stores, [source], ctx.now())
    if (!row) return fail({ code: 'not-found', what: 'source' })
    const workspace = await stores.workspaces.find(source.workspaceId)
    return {
      ...row,
      enforcement: enforcementView(source),
      ...(await lastWeek(stores, source, ctx.now())),
      segmentUrl: workspace && segmentUrl(workspace, source),
    }
  })

type LastWeek = Pick<
  SourceView,
  'hours' | 'blockedReasons' | 'blockedAppVersions' | 'reconciled' | 'appVersions' | 'libraries'
>

const lastWeek = async ({ sources }: Stores, source: Source, now: string): Promise<LastWeek> => {
  const { workspaceId, id, planId } = source
  const from = new Date((Math.floor(Date.parse(now) / hourMs) - shownHours + 1) * hourMs).toISOString()
  const blocked = await sources.blockedBy(workspaceId, id, from)
  const reasons = summed(blocked, ({ reason }) => reason)
  const senders = planId ? await sources.senders(planId, id, from) : { appVersions: [], libraries: [] }
  const arrived = planId ? await sources.brokenCalls(planId, id, from) : 0
  return {
    hours: [...(await sources.hours(workspaceId, id, { from, to: now }))],
    blockedReasons: reasons.map(({ key, count }) => ({ reason: key, words: discardWords(key), count })),
    blockedAppVersions: summed(blocked, ({ appVersion }) => appVersion).map(({ key, count }) => ({
      appVersion: key,
      count,
    })),
    reconciled: reconcile(
      reasons.map(({ key, count }) => ({ reason: key, count })),
      arrived,
    ),
    appVersions: [...senders.appVersions],
    libraries: [...senders.libraries],
  }
}

const enforcementView = (source: Source): SourceView['enforcement'] => {
  const known = enforcementOf(source)
  if (!known.judged) return known
  return { judged: true, rows: known.rows.map((row) => ({ ...row, exceptions: [...row.exceptions] })) }
}

/** Counts by one of their parts, most first. */
const summed = <Row extends { readonly count: number }>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
) => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + row.count)
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count)
}

/** Segment's own page of the source; a stand-in for Segment has none. */
const segmentUrl = ({ slug, demo, apiUrl }: Workspace, source: Source): string | null =>
  demo || !new URL(apiUrl).hostname.endsWith('.segmentapis.com') || slug === ''
    ? null
    : `https://app.segment.com/${encodeURIComponent(slug)}/sources/${encodeURIComponent(source.slug)}`
