import type { SaveTrafficSettings, TrafficSettingsView } from '@/contracts/traffic'
import { jsonEqual } from '@/domain/plan/json-equal'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { planSubject } from '../workspaces/subjects'
import { keepWithin } from './prune-traffic'
import { trafficSettingsView } from './traffic-settings-view'

/**
 * Replaces what a plan keeps of calls. Days that are not kept any more go at once, and everything where calls are not
 * kept at all. `stale` when somebody else has changed it since it was read.
 */
export const saveTrafficSettings = (
  ctx: Context,
  { plan: planName, settings, revision }: { readonly plan: string } & SaveTrafficSettings,
): Promise<TrafficSettingsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'change-policy')
    const plan = await lockPlan(stores, planName)
    const former = await stores.trafficSettings.find(plan.id)
    if (former.revision !== revision)
      fail({
        code: 'stale',
        detail: 'Somebody else changed what is kept since you looked.',
        current: await trafficSettingsView(ctx, stores, plan.id),
      })
    if (!jsonEqual(former.settings, settings)) {
      await stores.trafficSettings.save(plan.id, { settings, revision: revision + 1 })
      await keepWithin(stores, plan.id, settings, ctx.now())
      await stores.audit.append({
        chain: plan.workspaceId,
        actor: ctx.actor,
        at: ctx.now(),
        action: 'traffic-settings-changed',
        subject: planSubject(plan.id),
        details: { before: former.settings, after: settings },
      })
    }
    return trafficSettingsView(ctx, stores, plan.id)
  })
