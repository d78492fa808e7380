import { isLeftToSegment } from '@/domain/plan/left-to-segment'
import type { RuleType } from '@/domain/plan/rule'
import type { Client } from '../client'

/**
 * Per plan id, how many rules differ between the version a target is known to hold and what it was last seen to
 * hold: changed, gone, or added there. Plans without such rules are absent. Counts what `drift` lists.
 */
export const driftCounts = async (client: Client): Promise<Readonly<Record<string, number>>> => {
  const rows = await client.$queryRaw<Drifted[]>`
    with live as (
      select rule.plan_id, rule.type, coalesce(rule.key, '') as key, rule.version, rule.hash
      from rule join plan on plan.id = rule.plan_id
      where rule.from_version <= plan.live_version
        and (rule.to_version is null or rule.to_version > plan.live_version)
    ), seen as (
      select plan_id, type, coalesce(key, '') as key, version, hash from seen_rule
    )
    select plan_id as "planId", type, key, version, live.hash is null as added
    from live full join seen using (plan_id, type, key, version) join plan on plan.id = plan_id
    where live.hash is distinct from seen.hash and plan.live_version is not null and plan.seen_hash is not null`
  const counts: Record<string, number> = {}
  for (const { planId, added, ...rule } of rows)
    if (!(added && isLeftToSegment(rule))) counts[planId] = (counts[planId] ?? 0) + 1
  return counts
}

type Drifted = {
  readonly planId: string
  readonly type: RuleType
  readonly key: string
  readonly version: number
  readonly added: boolean
}
