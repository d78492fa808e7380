import type { ViolationView } from '@/contracts/violation'

type FixSectionProps = {
  readonly violation: ViolationView
  /** Whether the person who looks may decide about the violation. */
  readonly mayDecide: boolean
}

/** Ways to end the violation, in the plan and in the code. Its place on the page; nothing is offered yet. */
export const FixSection = (_: FixSectionProps) => null
