import { lineOf } from '@/domain/promotion/stages'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import type { Target } from '@/server/ports/target-store'
import { lockPlan } from '../change-requests/load-change-request'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { stagesOf } from './stages-of'

/** Names a target: any plan of its line, and the plan that follows. Both by our id or Segment's `tp_…`. */
export type TargetName = { readonly plan: string; readonly id: string }

export type FollowingPlan = { readonly target: Target; readonly follower: Plan; readonly upstream: Plan }

/** A plan that follows another one; fails with `not-found` where it is in no line with `plan`, or is the first of it. */
export const findFollower = async (stores: Stores, name: TargetName): Promise<FollowingPlan> =>
  asFollower(stores, name, await findPlan(stores, name.id))

/** The same, the plan that follows locked. */
export const lockFollower = async (stores: Stores, name: TargetName): Promise<FollowingPlan> =>
  asFollower(stores, name, await lockPlan(stores, name.id))

const asFollower = async (stores: Stores, { plan }: TargetName, follower: Plan): Promise<FollowingPlan> => {
  await requireInLine(stores, plan, follower)
  const target = await stores.targets.find(follower.id)
  const upstream = target?.follows ? await stores.plans.find(target.follows) : null
  if (target === null || upstream === null) return fail({ code: 'not-found', what: 'target' })
  return { target, follower, upstream }
}

/** Both stand in one line of stages. */
export const requireInLine = async (stores: Stores, plan: string, other: Plan): Promise<void> => {
  const { id } = await findPlan(stores, plan)
  const line = lineOf(stagesOf(await stores.targets.list()), id)
  if (!line.some((placed) => placed.plan === other.id)) fail({ code: 'not-found', what: 'target' })
}
