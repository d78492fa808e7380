import { followersOf } from '@/domain/promotion/stages'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { stagesOf } from './stages-of'

export type HeldVersion = { readonly stage: string; readonly version: number }

/** Which version of a plan each stage that comes after it last got, through however many stages between. */
export const heldByStages = async (stores: Stores, { id }: Plan): Promise<readonly HeldVersion[]> => {
  const targets = await stores.targets.list()
  const byPlan = new Map(targets.map((target) => [target.planId, target]))
  const held: HeldVersion[] = []
  /** `origin` tells which version of the first plan a version of the one in between came with. */
  const follow = async (upstream: string, origin: (version: number) => Promise<number | null>) => {
    for (const plan of followersOf(stagesOf(targets), upstream)) {
      const target = byPlan.get(plan)
      if (!target?.promoted) continue
      const version = await origin(target.promoted.version)
      if (version !== null) held.push({ stage: target.stage, version })
      await follow(plan, async (own) => {
        const promoted = await stores.changeRequests.promotedBy(plan, {
          upstreamPlanId: upstream,
          version: own,
        })
        return promoted === null ? null : origin(promoted)
      })
    }
  }
  await follow(id, async (version) => version)
  return held
}
