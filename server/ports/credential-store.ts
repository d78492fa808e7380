export type SignedInSession = {
  readonly id: string
  readonly createdAt: string
  readonly lastActiveAt: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/** The part of the auth library's tables that use cases change in the same transaction as everything else. */
export type CredentialStore = {
  /** Null for somebody who was invited and has not set a password. */
  readonly passwordHash: (personId: string) => Promise<string | null>
  readonly setPassword: (personId: string, hash: string, at: string) => Promise<void>
  /** Those not expired, last active first. */
  readonly sessions: (personId: string, now: string) => Promise<readonly SignedInSession[]>
  readonly endSession: (personId: string, sessionId: string) => Promise<boolean>
  readonly endSessions: (personId: string, exceptSessionId: string | null) => Promise<void>
}
