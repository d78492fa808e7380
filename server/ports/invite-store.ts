/** `personId` null: the one-time set-up link that makes the first administrator. */
export type Invite = {
  readonly id: string
  readonly personId: string | null
  readonly expiresAt: string | null
  readonly usedAt: string | null
}

export type InviteStore = {
  readonly add: (invite: {
    readonly id: string
    readonly personId: string | null
    readonly tokenHash: string
    readonly expiresAt: string | null
    readonly createdBy: string | null
  }) => Promise<void>
  readonly findByHash: (tokenHash: string) => Promise<Invite | null>
  /** True for the one caller that used it. */
  readonly use: (id: string, at: string) => Promise<boolean>
  readonly dropUnused: (personId: string | null) => Promise<void>
}
