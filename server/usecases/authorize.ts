import type { tokenScopes } from '@/contracts/person'
import { can, type Operation, whoCan } from '@/domain/review/can'
import type { Actor } from '@/server/ports/context'
import { fail } from './fail'

/**
 * Fails with `not-allowed` unless the actor may do the operation: the role of the person, and for a token also its
 * scopes (none: everything its person may). Jobs and the system act for the installation and are let through; what
 * they do is fixed by the code that starts them.
 */
export const authorize = (actor: Actor, operation: Operation): void => {
  if (!isAllowed(actor, operation)) fail({ code: 'not-allowed', detail: refusal(actor, operation) })
}

/** The same question as `authorize`, for what a screen offers. */
export const isAllowed = (actor: Actor, operation: Operation): boolean => {
  if (actor.kind === 'job' || actor.kind === 'system') return true
  return can(actor.role, operation) && (actor.kind === 'person' || isInScope(actor.scopes, operation))
}

/** The person who acts, for what only people do. A job or the system here is a mistake in our own code. */
export const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw new Error(`"${actor.name}" is no person`)
  return actor.personId
}

type Scope = (typeof tokenScopes)[number]

const isInScope = (scopes: readonly string[], operation: Operation): boolean =>
  scopes.length === 0 || scopes.includes('admin') || scopes.includes(scopeOf[operation])

const scopeOf: Readonly<Record<Operation, Scope>> = {
  'read-plans': 'read',
  'read-policy': 'read',
  'read-change-requests': 'read',
  'read-violations': 'read',
  'read-jobs': 'read',
  'read-drift': 'read',
  'read-sources': 'read',
  'read-members': 'read',
  'manage-own-account': 'admin',
  answer: 'propose',
  comment: 'propose',
  propose: 'propose',
  'edit-own-request': 'propose',
  'submit-own-request': 'propose',
  'withdraw-own-request': 'propose',
  'close-own-request': 'propose',
  'import-plan': 'propose',
  'triage-violations': 'propose',
  'manage-own-tokens': 'admin',
  'edit-any-request': 'propose',
  'submit-any-request': 'propose',
  'withdraw-any-request': 'propose',
  'close-any-request': 'propose',
  review: 'review',
  publish: 'publish',
  'resume-publish': 'publish',
  'abandon-publish': 'publish',
  'resolve-drift': 'publish',
  'sync-plan': 'publish',
  'connect-sources': 'admin',
  'change-lint': 'admin',
  'manage-alerts': 'admin',
  'change-policy': 'admin',
  'manage-targets': 'admin',
  'manage-groups': 'admin',
  'manage-endpoints': 'admin',
  'connect-workspace': 'admin',
  'manage-members': 'admin',
  'manage-any-tokens': 'admin',
  'read-audit': 'admin',
  'remove-demo': 'admin',
}

const refusal = (actor: Actor, operation: Operation): string => {
  if (actor.kind === 'token' && can(actor.role, operation))
    return `This token's scopes do not cover "${operation}"; it needs "${scopeOf[operation]}".`
  return `"${operation}" takes the role ${whoCan(operation).join(' or ')}.`
}
