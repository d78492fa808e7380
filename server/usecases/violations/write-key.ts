import type { Endpoint } from '@/server/ports/endpoint-store'
import type { Secrets } from '@/server/ports/secrets'

/** Letters and digits, as long as Segment's own: libraries put it into addresses. */
export const newWriteKey = (secrets: Secrets): string =>
  secrets
    .newToken()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 32)
    .padEnd(32, '0')

export const sealedWriteKey = (secrets: Secrets, writeKey: string): NonNullable<Endpoint['writeKey']> => ({
  hash: secrets.hashToken(writeKey),
  sealed: secrets.seal(writeKey),
})
