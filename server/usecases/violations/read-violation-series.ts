import type { SeriesQuery, SeriesView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
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
    return { ...window, data: counts.map((point) => ({ ...point, volume: volumes.get(point.hour) ?? null })) }
  })

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
