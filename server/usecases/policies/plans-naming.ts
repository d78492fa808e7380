import type { StoredGroup } from '@/server/ports/group-store'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'

/**
 * The plans whose policy names a group. Every plan of the workspace is locked, by id, so that no policy begins to name
 * it meanwhile and nothing is published by what was before.
 */
export const lockPlansNaming = async (
  stores: Stores,
  { id, workspaceId }: StoredGroup,
): Promise<readonly Plan[]> => {
  const naming: Plan[] = []
  const plans = [...(await stores.plans.list(workspaceId))].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const known of plans) {
    const plan = await stores.plans.lock(known.id)
    if (plan === null) continue
    const { policy } = await stores.policies.find(plan.id)
    if (policy.ownerships.some(({ group }) => group === id)) naming.push(plan)
  }
  return naming
}
