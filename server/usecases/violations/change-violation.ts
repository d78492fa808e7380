import type { ChangeViolation, ViolationView } from '@/contracts/violation'
import { isOver } from '@/domain/review/transition'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { noteDecisions } from './keep-decisions'
import { loadViolation } from './load-violation'
import { triage } from './triage'

/** Assigns, ignores, resolves or reopens a violation; `stale` when something else was decided since it was read. */
export const changeViolation = (
  ctx: Context,
  { id, ...change }: { readonly id: string } & ChangeViolation,
): Promise<ViolationView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'triage-violations')
    const request = await lockRequest(ctx, stores, id, change.changeRequest)
    const [violation = fail({ code: 'not-found', what: 'violation' })] = await stores.triage.lock([id])
    if (change.revision !== undefined && change.revision !== violation.revision)
      fail({
        code: 'stale',
        detail: 'Somebody else decided about this violation since you looked.',
        current: await loadViolation(ctx, stores, id),
      })
    const notes = await triage(ctx, stores, violation, change, request)
    const view = await loadViolation(ctx, stores, id)
    await noteDecisions(ctx, stores, notes)
    return view
  })

/** The open change request that is to end the violation, locked before it, as whoever publishes or closes it does. */
const lockRequest = async (
  ctx: Context,
  stores: Stores,
  id: string,
  number: number | undefined,
): Promise<ChangeRequest | null> => {
  if (number === undefined) return null
  const { plan } = await loadViolation(ctx, stores, id)
  const request = await stores.changeRequests.lock(plan.id, number)
  if (request === null || isOver(request.status))
    return fail({
      code: 'invalid-input',
      fields: [{ path: 'changeRequest', message: `The plan has no open change request ${number}.` }],
    })
  return request
}
