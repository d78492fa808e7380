import type { DriftedRule } from '@/domain/publish/drift'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { openRequest } from '../change-requests/open-request'
import { fail } from '../fail'

/**
 * Opens a request, in review, that makes the plan what Segment holds; returns its number. It begins at the live version:
 * where head has moved on, bringing the request up to date merges both.
 */
export const adoptTheirs = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  drifted: readonly DriftedRule[],
): Promise<number> => {
  if (plan.liveVersion === null) return fail({ code: 'not-found', what: 'drift' })
  const edits = drifted
    .filter(({ ours, theirs }) => ours?.hash !== theirs?.hash)
    .map(({ rule, base, theirs }) => ({
      ...rule,
      before: base?.schemaText ?? null,
      after: theirs?.schemaText ?? null,
    }))
  return openRequest(ctx, stores, plan, {
    title: 'Adopt changes made in Segment',
    description: 'What was changed in Segment becomes part of the plan.',
    status: 'in-review',
    base: plan.liveVersion,
    edits,
  })
}
