import { wouldCircle } from '@/domain/promotion/stages'
import type { Plan } from '@/server/ports/plan-store'
import type { Target } from '@/server/ports/target-store'
import { fail } from '../fail'
import { stagesOf } from './stages-of'

/** A plan never follows itself, nor any plan that follows it. */
export const requireNoCircle = (targets: readonly Target[], upstream: Plan, follower: Plan): void => {
  if (wouldCircle(stagesOf(targets), follower.id, upstream.id))
    fail({
      code: 'wrong-state',
      detail:
        follower.id === upstream.id
          ? 'A plan cannot follow itself.'
          : `${upstream.name} follows ${follower.name}, so it cannot be followed by it.`,
      status: 'circle',
    })
}
