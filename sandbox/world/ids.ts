import { createHash, randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const letters = (bytes: Buffer, length: number) =>
  [...bytes.subarray(0, length)].map((byte) => alphabet[byte % alphabet.length]).join('')

/** An id that looks like Segment's and is always the same for the same name. */
export const idFor = (name: string, prefix = '', length = prefix === '' ? 22 : 27) =>
  prefix + letters(createHash('sha256').update(`${prefix}${name}`).digest(), length)

export const newId = (prefix = '', length = prefix === '' ? 22 : 27) =>
  prefix + letters(randomBytes(32), length)
