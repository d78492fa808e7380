import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// Names the way of sealing, so that another one can come beside it.
const prefix = 'v1.'
const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with a random nonce: `v1.` and base64url of nonce, tag and ciphertext. */
export const seal = (key: Buffer, plain: string): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return prefix + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws Error when the text was not sealed with this key, or was changed since */
export const open = (key: Buffer, sealed: string): string => {
  const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url')
  if (!sealed.startsWith(prefix) || bytes.length < nonceBytes + tagBytes) throw new Error(notOurs)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
  } catch (error) {
    throw new Error(notOurs, { cause: error })
  }
}

const notOurs = 'A stored credential cannot be opened: it was sealed with another SECRET_KEY, or was changed.'
