import { hkdfSync } from 'node:crypto'

/** A 32-byte key for one purpose (HKDF-SHA-256, RFC 5869). */
export const derivedKey = (
  root: Buffer,
  purpose: 'seal' | 'audit-chain' | 'evidence' | 'sessions' | 'unsubscribe',
): Buffer => Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `plumbline ${purpose} 1`, 32))
