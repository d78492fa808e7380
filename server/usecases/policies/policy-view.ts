import type { PolicyView } from '@/contracts/policy'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { groupViews } from './group-views'

export const policyView = async (ctx: Context, stores: Stores, plan: Plan): Promise<PolicyView> => {
  const { policy, revision } = await stores.policies.find(plan.id)
  const workspace = await stores.workspaces.find(plan.workspaceId)
  return {
    policy: {
      ...policy,
      ownerships: policy.ownerships.map((area) => ({ ...area })),
      bypassRoles: [...policy.bypassRoles],
      windows: policy.windows.map((window) => ({ ...window, days: [...window.days] })),
      freezes: policy.freezes.map((freeze) => ({ ...freeze })),
    },
    revision,
    groups: [...(await groupViews(stores, await stores.groups.list(plan.workspaceId)))],
    workspace: { id: plan.workspaceId, name: workspace?.name ?? '' },
    can: { change: isAllowed(ctx.actor, 'change-policy') },
  }
}
