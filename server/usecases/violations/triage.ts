import type { ChangeViolation } from '@/contracts/violation'
import { decide } from '@/domain/violations/decide'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { Triaged } from '@/server/ports/triage-store'
import { fail } from '../fail'
import { type DecisionNote, keepAssignee, keepStanding } from './keep-decisions'
import { readDecision } from './read-decision'

/**
 * Does to one locked violation what a change asks for. Throws the failure that refuses it before anything is written.
 * `request` is the locked change request that the change names.
 *
 * @returns what is still to be audited
 */
export const triage = async (
  ctx: Context,
  stores: Stores,
  violation: Triaged,
  change: ChangeViolation,
  request: ChangeRequest | null = null,
): Promise<DecisionNote[]> => {
  const { standing } = violation
  const decision = readDecision(change, standing, ctx.now())
  const next = decision && decide(standing, decision, ctx.now())
  if (decision && !next)
    fail({
      code: 'wrong-state',
      detail: `A violation that is ${standing.status} cannot become ${change.status}.`,
      status: standing.status,
    })
  const assignee = await assigneeOf(stores, change.assignee)
  if (next && request !== null) await linkFix(ctx, stores, violation, request)

  const notes: DecisionNote[] = []
  if (next)
    notes.push(
      await keepStanding(
        ctx,
        stores,
        violation,
        next,
        next.status === 'fix-planned' ? 'fix-planned' : 'status',
      ),
    )
  if (assignee !== undefined && (assignee?.id ?? null) !== violation.assigneeId)
    notes.push(await keepAssignee(ctx, stores, violation, assignee))
  return notes
}

/** The member that an id or an e-mail address names; null for nobody, undefined where it is left as it is. */
const assigneeOf = async (stores: Stores, named: string | null | undefined) => {
  if (named === undefined || named === null) return named
  return (
    (await stores.people.find(named)) ??
    (await stores.people.findByEmail(named)) ??
    fail({ code: 'invalid-input', fields: [{ path: 'assignee', message: 'This is no member.' }] })
  )
}

const linkFix = (ctx: Context, stores: Stores, violation: Triaged, request: ChangeRequest) =>
  stores.triage.linkFixes(request.id, [{ violationId: violation.id, appVersion: null }], {
    personId: ctx.actor.personId,
    at: ctx.now(),
  })
