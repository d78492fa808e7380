import type { SeriesQuery, SeriesView, ViolationView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'

const hourMs = 3_600_000
const longestHours = 24 * 92

/**
 * Hourly counts from `from` (inclusive; seven days ago when absent) to `to` (exclusive; now when absent), hours without
 * any left out, oldest first. At most 92 days.
 */
export const readViolationSeries = (
  ctx: Context,
  input: SeriesQuery & { readonly id: string },
): Promise<SeriesView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const violation =
      (await stores.violations.find(input.id, ctx.now())) ?? fail({ code: 'not-found', what: 'violation' })
    const window = windowOf(input, ctx.now())
    const counts = await stores.violations.series(input.id, window, input.by)
    const event = { type: violation.rule.type.toLowerCase(), name: violation.rule.key ?? '' }
    const hours = await stores.sources.eventHours(violation.plan.id, event, window)
    const volumes = new Map(hours.map(({ hour, count }) => [hour, count]))
    const marks = await marksIn(stores, violation, window)
    return {
      ...window,
      marks,
      data: counts.map((point) => ({ ...point, volume: volumes.get(point.hour) ?? null })),
    }
  })

/** What may have begun or ended it: versions of the plan, and releases of the sources it comes from. */
const marksIn = async (
  stores: Stores,
  { id, plan }: ViolationView,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<SeriesView['marks']> => {
  const breaking = await stores.origins.breaking([id])
  const sources = [...new Set(breaking(id).map(({ sourceId }) => sourceId))]
  const releases = (await stores.origins.releases(sources))
    .filter(({ appVersion }) => appVersion !== '')
    .map(({ at, sourceName, appVersion }) => ({
      at,
      kind: 'release' as const,
      label: `${sourceName} ${appVersion}`,
    }))
  const versions = (await stores.plans.versions(plan.id, { limit: 100 })).map(({ at, version }) => ({
    at,
    kind: 'plan' as const,
    label: `version ${version} of the plan`,
  }))
  return [...versions, ...releases]
    .filter(({ at }) => at >= from && at < to)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

const windowOf = ({ from, to }: SeriesQuery, now: string): { from: string; to: string } => {
  const end = to ?? now
  const start = from ?? new Date(Date.parse(end) - 7 * 24 * hourMs).toISOString()
  const hours = (Date.parse(end) - Date.parse(start)) / hourMs
  if (hours <= 0)
    fail({ code: 'invalid-input', fields: [{ path: 'from', message: 'It is not before "to".' }] })
  if (hours > longestHours)
    fail({
      code: 'invalid-input',
      fields: [{ path: 'from', message: 'At most 92 days can be asked for at once.' }],
    })
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString() }
}
