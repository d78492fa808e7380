import type { Rule } from '@/domain/plan/rule'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'

/** Remembers what a target held when it was last read whole. */
export const recordHeld = (ctx: Context, stores: Stores, plan: Plan, rules: readonly Rule[]): Promise<void> =>
  stores.plans.recordSeen(plan.id, { at: ctx.now(), seenHash: rulesHash(rules), rules })
