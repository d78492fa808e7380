import type { TrafficSettingsView } from '@/contracts/traffic'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { trafficSettingsView } from './traffic-settings-view'

/** What a plan keeps of the calls that it sees. */
export const readTrafficSettings = (
  ctx: Context,
  input: { readonly plan: string },
): Promise<TrafficSettingsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-policy')
    return trafficSettingsView(ctx, stores, (await findPlan(stores, input.plan)).id)
  })
