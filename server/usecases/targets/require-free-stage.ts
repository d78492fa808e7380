import { lineOf } from '@/domain/promotion/stages'
import type { Target } from '@/server/ports/target-store'
import { fail } from '../fail'
import { stagesOf } from './stages-of'

/** People tell the stages of a line apart by name. `but` is the stage that is being renamed. */
export const requireFreeStage = (
  targets: readonly Target[],
  plan: string,
  stage: string,
  but?: string,
): void => {
  const line = new Set(lineOf(stagesOf(targets), plan).map((placed) => placed.plan))
  const isTaken = targets.some(
    (target) =>
      target.planId !== but && line.has(target.planId) && target.stage.toLowerCase() === stage.toLowerCase(),
  )
  if (isTaken)
    fail({
      code: 'invalid-input',
      fields: [{ path: 'stage', message: 'Another stage of this line is called so.' }],
    })
}
