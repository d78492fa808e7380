import type { PlanView } from '@/contracts/plan'

/**
 * Whether a plan is about to show something else: it is being synced, or has never been read. The second matters where
 * the sync ended while the plan was asked for, so that neither was seen.
 */
export const isBeingRead = ({
  syncJobId,
  headVersion,
  problem,
}: Pick<PlanView, 'syncJobId' | 'headVersion' | 'problem'>): boolean =>
  syncJobId !== null || (headVersion === null && problem === null)
