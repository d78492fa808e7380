import { type DriftedRule, drift } from '@/domain/publish/drift'
import { ignoring } from '@/domain/publish/ignored-drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'

/**
 * What Segment was last seen to hold otherwise than the version it is known to hold. While head is on its way there,
 * a rule that Segment already holds as head has it is our own work, not drift.
 */
export const planDrift = async (
  { now }: Pick<Context, 'now'>,
  stores: Stores,
  plan: Plan,
): Promise<readonly DriftedRule[]> => {
  const { id, headVersion, liveVersion, seenHash } = plan
  if (headVersion === null || liveVersion === null || seenHash === null) return []
  if (!Object.hasOwn(await stores.plans.driftCounts(now()), id)) return []
  const live = await stores.rules.ofVersion(id, liveVersion)
  const head = headVersion === liveVersion ? live : await stores.rules.ofVersion(id, headVersion)
  const drifted = drift({
    live,
    seen: await stores.plans.seenRules(id),
    head,
    managed: await stores.rules.managed(id),
  })
  const open = drifted.filter(
    ({ ours, theirs }) => headVersion === liveVersion || ours?.hash !== theirs?.hash,
  )
  return ignoring(open, await stores.drift.ignored(id), now())
}
