import type { Role } from '@/domain/review/role'

/** The roles with what each adds to the one before. */
export const roleOptions: readonly { readonly value: Role; readonly label: string; readonly hint: string }[] =
  [
    { value: 'viewer', label: 'Viewer', hint: 'reads' },
    { value: 'contributor', label: 'Contributor', hint: 'proposes changes' },
    { value: 'steward', label: 'Steward', hint: 'approves and publishes' },
    { value: 'admin', label: 'Admin', hint: 'connects, invites, audits' },
  ]

export const roleWord = (role: Role): string => roleOptions.find(({ value }) => value === role)?.label ?? role
