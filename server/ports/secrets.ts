/** Keeps credentials readable to this installation only, and makes tokens that are stored as hashes. */
export type Secrets = {
  /** AES-256-GCM; the same text sealed twice gives different results. */
  readonly seal: (plain: string) => string
  /** Throws when the text was not sealed with this installation's key. */
  readonly open: (sealed: string) => string
  /** The same, with null where it cannot be opened. */
  readonly tryOpen: (sealed: string) => string | null
  /** 32 random bytes, base64url. */
  readonly newToken: () => string
  /** SHA-256, hex: what is stored of a token. */
  readonly hashToken: (token: string) => string
  /** HMAC-SHA-256 of the audit chain, hex. */
  readonly chainHash: (text: string) => string
}
