import type { ChangeRequestStatus } from '@/domain/review/change-request'
import type { Policy } from '@/domain/review/policy'
import { transition } from '@/domain/review/transition'
import type { Actor } from '@/server/ports/context'
import { isAllowed } from '../authorize'

/** Whether a policy lets somebody publish a request without the approvals that it asks for. Drafts wait for review. */
export const mayBypass = (actor: Actor, { bypassRoles }: Policy, status: ChangeRequestStatus): boolean =>
  'role' in actor &&
  isAllowed(actor, 'publish') &&
  bypassRoles.some((role) => role === actor.role) &&
  transition(status, 'bypass') !== null
