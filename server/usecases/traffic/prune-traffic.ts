import type { TrafficSettings } from '@/domain/traffic/traffic-settings'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'

const dayMs = 86_400_000

/** A call that is sent again later than this is counted again; those of files are remembered longer. */
export const rememberedDays = 3

/** Forgets recorded calls that are older than their plan keeps them, a plan at a time, and messages long received. */
export const pruneTraffic = async (ctx: Context): Promise<void> => {
  const plans = await ctx.transaction(({ plans }) => plans.list())
  for (const { id } of plans)
    await ctx.transaction(async (stores) => {
      const { settings } = await stores.trafficSettings.find(id)
      await keepWithin(stores, id, settings, ctx.now())
    })
  await ctx.transaction(({ traffic }) => traffic.forgetReceived(daysBefore(ctx.now(), rememberedDays)))
}

/** Today is one of the days that are kept. */
export const keepWithin = async (
  { traffic }: Pick<Stores, 'traffic'>,
  planId: string,
  { days, record }: TrafficSettings,
  now: string,
): Promise<void> => {
  await traffic.prune(planId, daysBefore(now, days - 1).slice(0, 10))
  if (!record) await traffic.forgetCalls(planId)
}

const daysBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * dayMs).toISOString()
