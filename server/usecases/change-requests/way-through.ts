import type { PublishChangeRequest } from '@/contracts/change-request'
import type { Gate } from '@/domain/review/change-request'
import { isBypassable } from '@/domain/review/review-gates'
import type { Actor } from '@/server/ports/context'
import { fail } from '../fail'
import { mayBypass } from './may-bypass'
import type { RequestFacts } from './request-facts'

/** What a publish passes over, and why. */
export type Bypass = { readonly reason: string; readonly gates: readonly string[] }

/** Null where no gate stands; else what is passed over and why, for whoever may. Fails with `blocked` otherwise. */
export const requireWayThrough = (
  actor: Actor,
  { terms, request }: Pick<RequestFacts, 'terms' | 'request'>,
  gates: readonly Gate[],
  asked: PublishChangeRequest['bypass'],
): Bypass | null => {
  if (gates.length === 0) return null
  if (asked === undefined || !isBypassable(gates))
    return fail({ code: 'blocked', detail: gates.map(({ message }) => message).join(' '), gates })
  if (!mayBypass(actor, terms.policy, request.status))
    return fail({
      code: 'not-allowed',
      detail: `Publishing without the approvals takes the role ${terms.policy.bypassRoles.join(' or ')}, and a request in review.`,
    })
  return { reason: asked.reason, gates: gates.map(({ message }) => message) }
}
