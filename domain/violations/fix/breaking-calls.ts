import type { Rule } from '../../plan/rule'
import { foldedPointer } from '../../replay/folded-pointer'
import { hangsOnMasked } from '../../replay/hangs-on-masked'
import type { ReplayedCall } from '../../replay/replayed-call'
import type { SeenValue } from '../../traffic/infer-schema'
import { compilePlan } from '../../validation/compile-plan'
import { type BrokenConstraint, isOf, valuesAt } from './evidence'

export type BreakingCall = {
  /** Its place among the calls that were given. */
  readonly index: number
  /** In Segment's manner. */
  readonly message: string
  /** What stands at the place; null where nothing does, and for a place in every item of a list. */
  readonly got: SeenValue | null
  /** It hangs on a value that is masked, so what was sent may have been fine. */
  readonly isUncertain: boolean
}

const callsPerStep = 20

/** The calls that break a constraint, in their order, at most so many; those of which it is uncertain come last. */
export const breakingCalls = (
  constraint: Pick<BrokenConstraint, 'pointer' | 'type'>,
  rules: readonly Rule[],
  calls: readonly ReplayedCall[],
  most: number,
  onStep: () => void = () => {},
): readonly BreakingCall[] => {
  const plan = compilePlan(rules)
  const certain: BreakingCall[] = []
  const uncertain: BreakingCall[] = []
  for (const [index, call] of calls.entries()) {
    if (certain.length === most) break
    if (index % callsPerStep === 0) onStep()
    const broken = plan.validate(call.call, call.settings).find(isOf(constraint))
    if (!broken) continue
    const masked = call.masked.map((pointer) => foldedPointer(call.call, pointer))
    const isUncertain = hangsOnMasked(masked)(broken)
    const got = broken.pointer.includes('/*') ? null : (valuesAt(call, broken.pointer)[0] ?? null)
    const found = isUncertain ? uncertain : certain
    found.push({ index, message: broken.message, got, isUncertain })
  }
  return [...certain, ...uncertain].slice(0, most)
}
