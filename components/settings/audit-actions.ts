import type { Action } from '../data/action'

export type AuditVerified = {
  readonly intact: boolean
  readonly entries: number
  readonly head: string | null
}

export type AuditActions = { readonly verifyAudit: Action<{ readonly head?: string }, AuditVerified> }
