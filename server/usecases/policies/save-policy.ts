import type { PolicyView, SavePolicy } from '@/contracts/policy'
import type { Json } from '@/domain/plan/json'
import { jsonEqual } from '@/domain/plan/json-equal'
import type { Policy } from '@/domain/review/policy'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { lockOpenRequests, resettle } from '../change-requests/resettle'
import { fail } from '../fail'
import { wakeNext } from '../publish-queue/wake-next'
import { planSubject } from '../workspaces/subjects'
import { policyView } from './policy-view'
import { requireKnownGroups } from './require-known-groups'

/**
 * Replaces the policy of a plan. It holds at once, for open requests too: they move to where their approvals put them
 * now. `stale` when somebody else has changed it since it was read.
 */
export const savePolicy = (
  ctx: Context,
  { plan: planName, policy, revision }: { readonly plan: string } & SavePolicy,
): Promise<PolicyView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'change-policy')
    const plan = await lockPlan(stores, planName)
    const former = await stores.policies.find(plan.id)
    if (former.revision !== revision)
      fail({
        code: 'stale',
        detail: 'Somebody else changed the policy since you looked.',
        current: await policyView(ctx, stores, plan),
      })
    await requireKnownGroups(stores, plan, policy)
    const changed = changedParts(former.policy, policy)
    if (changed.length === 0) return policyView(ctx, stores, plan)

    const open = await lockOpenRequests(stores, plan)
    await stores.policies.save(plan.id, { policy, revision: revision + 1 })
    for (const loaded of open) await resettle(ctx, stores, loaded, 'the policy of the plan changed')
    // What waits for the plan to open looks again, since it may be open now, or open at another time.
    if (changed.includes('windows') || changed.includes('freezes')) await wakeNext(ctx, stores, plan)
    if (changed.includes('ownerships')) await stores.triage.forgetOwners(plan.id)
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'policy-changed',
      subject: planSubject(plan.id),
      details: { before: partsOf(former.policy, changed), after: partsOf(policy, changed) },
    })
    return policyView(ctx, stores, plan)
  })

type Part = keyof Policy

const changedParts = (former: Policy, next: Policy): readonly Part[] =>
  (Object.keys(next) as Part[]).filter((part) => !jsonEqual(former[part] as Json, next[part] as Json))

const partsOf = (policy: Policy, parts: readonly Part[]): Json =>
  Object.fromEntries(parts.map((part) => [part, policy[part] as Json]))
