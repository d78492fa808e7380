import type { Policy } from '@/domain/review/policy'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'

/** Fails with `invalid-input` where a policy names a group that the plan's workspace does not have. */
export const requireKnownGroups = async (
  stores: Stores,
  plan: Plan,
  { ownerships }: Policy,
): Promise<void> => {
  const known = new Set((await stores.groups.list(plan.workspaceId)).map(({ id }) => id))
  const fields = ownerships.flatMap(({ group }, at) =>
    known.has(group)
      ? []
      : [{ path: `policy.ownerships.${at}.group`, message: 'There is no such group in this workspace.' }],
  )
  if (fields.length > 0) fail({ code: 'invalid-input', fields })
}
