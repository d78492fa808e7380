import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { Signer } from '@/server/ports/secrets'

/** PKCS #8 of an Ed25519 private key up to its 32 bytes (RFC 8410, section 7). */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param seed 32 bytes */
export const makeSigner = (seed: Buffer): Signer => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Start, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('hex'),
    isSigned: (text, signature) =>
      /^[0-9a-f]{128}$/.test(signature) &&
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex')),
  }
}
