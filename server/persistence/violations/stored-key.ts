import { hash } from 'node:crypto'
import type { Occurrence } from '@/server/ports/violation-store'

/**
 * Under which an occurrence is kept: the first half of a SHA-256 over plan and key, in 32 hex digits, which Postgres
 * takes as a UUID and holds in 16 bytes. The migration that made the table makes them in the same way.
 */
export const storedKey = ({ planId, key }: Pick<Occurrence, 'planId' | 'key'>): string =>
  hash('sha256', `${planId} ${key}`, 'hex').slice(0, 32)
