import { isLeftToSegment } from '@/domain/plan/left-to-segment'
import type { RuleType } from '@/domain/plan/rule'
import type { Client } from '../client'

type Counts = Readonly<Record<string, { readonly open: number; readonly ignored: number }>>

/**
 * Per plan id, how many rules differ between the version a target is known to hold and what it was last seen to
 * hold: changed, gone, or added there. Plans without such rules are absent. Counts what `drift` lists.
 */
export const driftCounts = async (client: Client, at: string): Promise<Counts> => {
  const rows = await client.$queryRaw<Drifted[]>`
    with live as (
      select rule.plan_id, rule.type, coalesce(rule.key, '') as key, rule.version, rule.hash
      from rule join plan on plan.id = rule.plan_id
      where rule.from_version <= plan.live_version
        and (rule.to_version is null or rule.to_version > plan.live_version)
    ), seen as (
      select plan_id, type, coalesce(key, '') as key, version, hash from seen_rule
    ), ignored as (
      select plan_id, type, coalesce(key, '') as key, version, seen_hash as ignored_hash from ignored_drift
      where until > ${at}::timestamptz
    )
    select plan_id as "planId", type, key, version, live.hash is null as added,
      ignored.version is not null and ignored_hash is not distinct from seen.hash as "isIgnored"
    from live full join seen using (plan_id, type, key, version)
      left join ignored using (plan_id, type, key, version) join plan on plan.id = plan_id
    where live.hash is distinct from seen.hash and plan.live_version is not null and plan.seen_hash is not null`
  const counts: Record<string, { open: number; ignored: number }> = {}
  for (const { planId, added, isIgnored, ...rule } of rows) {
    if (added && isLeftToSegment(rule)) continue
    counts[planId] ??= { open: 0, ignored: 0 }
    counts[planId][isIgnored ? 'ignored' : 'open'] += 1
  }
  return counts
}

type Drifted = {
  readonly planId: string
  readonly type: RuleType
  readonly key: string
  readonly version: number
  readonly added: boolean
  readonly isIgnored: boolean
}
