import { z } from 'zod'
import type { Gate } from '@/domain/review/change-request'

/**
 * Every expected "no" of the product. `code` is the same in the REST problem document, the log and on the screen;
 * the HTTP status of each is in `failureStatus`.
 */
export type Failure =
  | { readonly code: 'malformed'; readonly detail: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'bad-signature' }
  | { readonly code: 'not-allowed'; readonly detail: string }
  | { readonly code: 'own-edits'; readonly detail: string }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'stale'; readonly detail: string; readonly current: unknown }
  | { readonly code: 'wrong-state'; readonly detail: string; readonly status: string }
  | { readonly code: 'conflicted'; readonly detail: string; readonly conflicts: readonly unknown[] }
  | { readonly code: 'blocked'; readonly detail: string; readonly gates: readonly Gate[] }
  | { readonly code: 'idempotency-conflict'; readonly detail: string }
  | { readonly code: 'too-large'; readonly detail: string }
  | {
      readonly code: 'invalid-input'
      readonly fields: readonly { readonly path: string; readonly message: string }[]
    }
  | { readonly code: 'not-supported-yet'; readonly detail: string }
  | { readonly code: 'segment-refused'; readonly detail: string }
  | { readonly code: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly code: 'segment-unavailable'; readonly detail: string; readonly retryAfterSeconds?: number }
  | { readonly code: 'unexpected'; readonly id: string }

export type FailureCode = Failure['code']

export const failureStatus: Readonly<Record<FailureCode, number>> = {
  malformed: 400,
  'not-signed-in': 401,
  'bad-signature': 401,
  'not-allowed': 403,
  'own-edits': 403,
  'not-found': 404,
  stale: 409,
  'wrong-state': 409,
  conflicted: 409,
  blocked: 409,
  'idempotency-conflict': 409,
  'too-large': 413,
  'invalid-input': 422,
  'not-supported-yet': 422,
  'segment-refused': 422,
  'rate-limited': 429,
  unexpected: 500,
  'segment-unavailable': 503,
}

/** RFC 9457 problem document; further members depend on the code (gates, conflicts, current, fields …). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
  })
  .loose()

export type Problem = z.infer<typeof Problem>

/** What a server action gives back: a value, or an expected failure as data. */
export type ActionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }
