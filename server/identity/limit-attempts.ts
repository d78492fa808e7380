import { createHash } from 'node:crypto'
import { APIError } from 'better-auth/api'

const model = 'rateLimit'
const most = 20
const windowMs = 5 * 60 * 1_000

type Where = {
  readonly field: string
  readonly value: string | number
  readonly operator?: 'gt' | 'lt' | 'lte'
}

/** The part of the auth library's database adapter that counting needs. */
type Counter = {
  readonly create: (row: { model: string; data: Record<string, unknown> }) => Promise<unknown>
  readonly incrementOne: (step: {
    model: string
    where: Where[]
    increment: Record<string, number>
    set?: Record<string, unknown>
  }) => Promise<unknown>
  readonly deleteMany: (rows: { model: string; where: Where[] }) => Promise<unknown>
}

/**
 * Counts attempts to sign in to one address, wherever they come from: the library's own limit counts per client
 * address, which whoever connects directly can make up. 20 in five minutes; a sign-in that succeeds clears the count.
 *
 * @throws APIError 429
 */
export const countAttempt = async (counter: Counter, email: string, now = Date.now()): Promise<void> => {
  const key = keyOf(email)
  const isThis = { field: 'key', value: key }
  const since = { field: 'lastRequest', value: now - windowMs }
  const counted = await counter.incrementOne({
    model,
    where: [isThis, { ...since, operator: 'gt' }, { field: 'count', value: most, operator: 'lt' }],
    increment: { count: 1 },
  })
  if (counted) return
  const begunAgain = await counter.incrementOne({
    model,
    where: [isThis, { ...since, operator: 'lte' }],
    increment: {},
    set: { count: 1, lastRequest: now },
  })
  if (begunAgain) return
  // Only one of many can make the row; for all others it is there, and full or nearly so.
  const made = await counter.create({ model, data: { key, count: 1, lastRequest: now } }).catch(() => null)
  if (!made)
    throw new APIError('TOO_MANY_REQUESTS', { message: 'Too many attempts. Try again in five minutes.' })
}

/** Somebody who knows the password starts afresh. */
export const clearAttempts = async (counter: Counter, email: string): Promise<void> => {
  await counter.deleteMany({ model, where: [{ field: 'key', value: keyOf(email) }] })
}

const keyOf = (email: string) => `sign-in:${createHash('sha256').update(email.toLowerCase()).digest('hex')}`
