import type { Operation } from '@/domain/review/can'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Actor } from '@/server/ports/context'
import { authorize, isAllowed } from '../authorize'

type OwnOperation = 'edit' | 'submit' | 'withdraw' | 'close'

/** What authors may do with their own request, stewards with any. */
export const authorizeRequest = (actor: Actor, operation: OwnOperation, request: ChangeRequest): void =>
  authorize(actor, operationFor(actor, operation, request))

export const isAllowedOn = (actor: Actor, operation: OwnOperation, request: ChangeRequest): boolean =>
  isAllowed(actor, operationFor(actor, operation, request))

const operationFor = (actor: Actor, operation: OwnOperation, request: ChangeRequest): Operation =>
  actor.personId === request.authorId ? `${operation}-own-request` : `${operation}-any-request`
