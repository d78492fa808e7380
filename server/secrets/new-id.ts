import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A new id: 26 characters, sortable by time (a ULID: 48 bits of milliseconds, 80 random bits). Ids of one
 * millisecond are in no order.
 */
export const newId = (): string => {
  let time = Date.now()
  let id = ''
  for (let i = 0; i < 10; i += 1) {
    id = alphabet.charAt(time % 32) + id
    time = Math.floor(time / 32)
  }
  // 256 is a multiple of 32, so every character is equally likely.
  for (const byte of randomBytes(16)) id += alphabet.charAt(byte % 32)
  return id
}
