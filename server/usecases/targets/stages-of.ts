import type { Stage } from '@/domain/promotion/stages'
import type { Target } from '@/server/ports/target-store'

export const stagesOf = (targets: readonly Target[]): readonly Stage[] =>
  targets.map(({ planId, follows, position }) => ({ plan: planId, follows, position }))
