import { decide } from '@/domain/violations/decide'

import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { FixLink } from '@/server/ports/triage-store'
import { type DecisionNote, keepStanding } from './keep-decisions'

/**
 * Links violations of the plan to the change request that is to end them, and marks them *fix planned*; one that is
 * resolved is linked and left as it is. For use inside the transaction that opens or changes the request;
 * give what comes back to `noteDecisions` last.
 */
export const planFix = async (
  ctx: Context,
  stores: Stores,
  request: ChangeRequest,
  fixes: readonly FixLink[],
): Promise<DecisionNote[]> => {
  const ids = fixes.map(({ violationId }) => violationId)
  const violations = (await stores.triage.lock(ids)).filter(({ planId }) => planId === request.planId)
  const known = new Set(violations.map(({ id }) => id))
  await stores.triage.linkFixes(
    request.id,
    fixes.filter(({ violationId }) => known.has(violationId)),
    { personId: ctx.actor.personId, at: ctx.now() },
  )
  const notes: DecisionNote[] = []
  for (const violation of violations) {
    const next = decide(violation.standing, { kind: 'plan-fix', request: request.number }, ctx.now())
    if (next) notes.push(await keepStanding(ctx, stores, violation, next, 'fix-planned'))
  }
  return notes
}
