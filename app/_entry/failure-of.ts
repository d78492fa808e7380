import { Failed } from '@/contracts/failed'
import type { Failure } from '@/contracts/failure'
import { log } from '@/server/log/log'

/**
 * The expected "no" that an error carries. Any other error is a fault of ours: it is logged here, once, under an id
 * that whoever asked can quote.
 */
export const failureOf = (error: unknown, asked: Readonly<Record<string, unknown>>): Failure => {
  if (error instanceof Failed) return error.failure
  const id = crypto.randomUUID()
  log.error({ err: error, id, ...asked }, 'Unexpected error')
  return { code: 'unexpected', id }
}
