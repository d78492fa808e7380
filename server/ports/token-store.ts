export type ApiToken = {
  readonly id: string
  readonly personId: string
  readonly mintedBy: string
  /** Everybody in whose hands it was: `mintedBy`, and whoever minted the token that it was minted through. */
  readonly minters: readonly string[]
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
}

/** API tokens, stored as SHA-256. Revoked and expired ones are not found by hash. */
export type TokenStore = {
  readonly add: (token: ApiToken & { readonly tokenHash: string }) => Promise<void>
  readonly findByHash: (tokenHash: string, now: string) => Promise<ApiToken | null>
  readonly ofPerson: (personId: string) => Promise<readonly ApiToken[]>
  readonly revoke: (personId: string, id: string, at: string) => Promise<boolean>
  readonly used: (id: string, at: string) => Promise<void>
}
