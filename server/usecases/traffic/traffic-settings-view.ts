import type { TrafficSettingsView } from '@/contracts/traffic'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'

export const trafficSettingsView = async (
  ctx: Context,
  { traffic, trafficSettings }: Stores,
  planId: string,
): Promise<TrafficSettingsView> => {
  const { kept, received } = await traffic.totals(planId, {})
  return {
    ...(await trafficSettings.find(planId)),
    kept,
    received: Math.round(received),
    can: { change: isAllowed(ctx.actor, 'change-policy') },
  }
}
