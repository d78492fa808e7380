import { Policy } from '@/contracts/policy'
import { defaultPolicy } from '@/domain/review/policy'
import type { PolicyStore } from '@/server/ports/policy-store'
import type { Client } from '../client'

export const policyStore = (client: Client): PolicyStore => ({
  find: async (planId) => {
    const row = await client.planPolicy.findUnique({ where: { planId } })
    return row === null
      ? { policy: defaultPolicy, revision: 0 }
      : { policy: Policy.parse(row.policy), revision: row.revision }
  },
  save: async (planId, { policy, revision }) => {
    await client.$executeRaw`
      insert into plan_policy (plan_id, revision, policy)
      values (${planId}, ${revision}, ${JSON.stringify(policy)}::json)
      on conflict (plan_id) do update set revision = excluded.revision, policy = excluded.policy`
  },
})
