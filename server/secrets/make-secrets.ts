import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '@/server/ports/secrets'
import { derivedKey } from './derived-key'
import { makeSigner } from './make-signer'
import { open, seal } from './seal'

export type InstallationSecrets = Secrets & {
  /** What the auth library signs sessions with; hex. */
  readonly authSecret: string
}

/**
 * Everything that is derived from the installation's one key. Each use has a key of its own, so that none can be
 * turned against another.
 *
 * @param secretKey 32 bytes in base64
 * @throws Error when it is not
 */
export const makeSecrets = (secretKey: string): InstallationSecrets => {
  const root = Buffer.from(secretKey, 'base64')
  if (root.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64.')
  const sealKey = derivedKey(root, 'seal')
  const chainKey = derivedKey(root, 'audit-chain')
  return {
    seal: (plain) => seal(sealKey, plain),
    open: (sealed) => open(sealKey, sealed),
    tryOpen: (sealed) => {
      try {
        return open(sealKey, sealed)
      } catch {
        return null
      }
    },
    newToken: () => randomBytes(32).toString('base64url'),
    newWebhookSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
    hashToken: (token) => createHash('sha256').update(token).digest('hex'),
    ...unsubscribing(derivedKey(root, 'unsubscribe')),
    chainHash: (text) => createHmac('sha256', chainKey).update(text).digest('hex'),
    evidence: makeSigner(derivedKey(root, 'evidence')),
    authSecret: derivedKey(root, 'sessions').toString('hex'),
  }
}

const unsubscribing = (key: Buffer): Pick<Secrets, 'unsubscribeToken' | 'personOfUnsubscribe'> => {
  const tokenFor = (personId: string) =>
    `${personId}.${createHmac('sha256', key).update(personId).digest('base64url')}`
  return {
    unsubscribeToken: tokenFor,
    personOfUnsubscribe: (token) => {
      const personId = token.slice(0, Math.max(0, token.lastIndexOf('.')))
      const [given, right] = [Buffer.from(token), Buffer.from(tokenFor(personId))]
      return personId !== '' && given.length === right.length && timingSafeEqual(given, right)
        ? personId
        : null
    },
  }
}
