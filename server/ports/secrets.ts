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
  /** `whsec_` and 32 random bytes in base64, as the Standard Webhooks specification has secrets. */
  readonly newWebhookSecret: () => string
  /** SHA-256, hex: what is stored of a token. */
  readonly hashToken: (token: string) => string
  /** Stands in letters: whoever has it may end those to the person, and nothing else. */
  readonly unsubscribeToken: (personId: string) => string
  /** Null for what `unsubscribeToken` did not make. */
  readonly personOfUnsubscribe: (token: string) => string | null
  /** HMAC-SHA-256 of the audit chain, hex. */
  readonly chainHash: (text: string) => string
  /** What leaves the installation and may be shown to somebody who has to trust it. */
  readonly evidence: Signer
}

/** Ed25519 (RFC 8032): whoever knows the public key can check a signature without this installation. */
export type Signer = {
  /** The public key as SubjectPublicKeyInfo (DER), base64. */
  readonly publicKey: string
  /** 64 bytes, hex. */
  readonly sign: (text: string) => string
  /** False for a signature of another key, of another text, and for what is none. */
  readonly isSigned: (text: string, signature: string) => boolean
}
