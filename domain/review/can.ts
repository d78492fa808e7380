import { type Role, roles } from './role'

/** The least role for every operation. Each role may do what the ones before it may. */
const leastRole = {
  'read-plans': 'viewer',
  'read-policy': 'viewer',
  'read-change-requests': 'viewer',
  'read-violations': 'viewer',
  'read-jobs': 'viewer',
  'read-drift': 'viewer',
  'read-sources': 'viewer',
  'read-members': 'viewer',
  'manage-own-account': 'viewer',
  /** Say something where one was mentioned: whoever is asked may answer. */
  answer: 'viewer',
  comment: 'contributor',
  propose: 'contributor',
  'edit-own-request': 'contributor',
  'submit-own-request': 'contributor',
  'withdraw-own-request': 'contributor',
  'close-own-request': 'contributor',
  'import-plan': 'contributor',
  'triage-violations': 'contributor',
  'manage-own-tokens': 'contributor',
  'edit-any-request': 'steward',
  'submit-any-request': 'steward',
  'withdraw-any-request': 'steward',
  'close-any-request': 'steward',
  review: 'steward',
  publish: 'steward',
  'resume-publish': 'steward',
  'abandon-publish': 'steward',
  'resolve-drift': 'steward',
  'sync-plan': 'steward',
  'connect-sources': 'steward',
  'change-lint': 'steward',
  'manage-alerts': 'steward',
  'change-policy': 'admin',
  'manage-targets': 'admin',
  'manage-groups': 'admin',
  'manage-endpoints': 'admin',
  'connect-workspace': 'admin',
  'manage-members': 'admin',
  'manage-any-tokens': 'admin',
  'read-audit': 'admin',
  'remove-demo': 'admin',
} as const satisfies Record<string, Role>

export type Operation = keyof typeof leastRole

export const operations = Object.keys(leastRole) as readonly Operation[]

/**
 * Whether a role may do an operation at all. Where an operation comes as `…-own-…` and `…-any-…`, the caller asks
 * for the one that fits; that nobody approves their own edits is `reviewStanding`'s rule.
 */
export const can = (role: Role, operation: Operation): boolean =>
  roles.indexOf(role) >= roles.indexOf(leastRole[operation])

/** Whom to ask: "stewards and admins". */
export const whoCan = (operation: Operation): readonly Role[] =>
  roles.slice(roles.indexOf(leastRole[operation]))
