import type { Policy } from '@/domain/review/policy'

/** `revision` counts every save; 0 for a plan that still has the policy which every plan begins with. */
export type PlanPolicy = { readonly policy: Policy; readonly revision: number }

export type PolicyStore = {
  readonly find: (planId: string) => Promise<PlanPolicy>
  /** The plan is locked. */
  readonly save: (planId: string, next: PlanPolicy) => Promise<void>
}
