import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Passwords } from '@/server/ports/passwords'

/** Salted scrypt, as the auth library keeps it. */
export const passwords: Passwords = {
  hash: hashPassword,
  verify: async (hash, password) => verifyPassword({ hash, password }),
}
