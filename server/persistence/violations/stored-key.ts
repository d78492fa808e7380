import { createHash } from 'node:crypto'
import type { Occurrence } from '@/server/ports/violation-store'

/**
 * Under which an occurrence is kept: the first half of a SHA-256 over plan and key, in the form of a UUID, which
 * Postgres holds in 16 bytes. The migration that made the table makes them in the same way.
 */
export const storedKey = ({ planId, key }: Pick<Occurrence, 'planId' | 'key'>): string => {
  const hex = createHash('sha256').update(`${planId} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
