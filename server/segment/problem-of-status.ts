import { z } from 'zod'
import type { SegmentProblem } from '@/server/ports/segment-gateway'

export type RefusedAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/**
 * What a status other than 2xx means.
 *
 * Segment Public API: failures come as `{ errors: [{ type, message, field, data }] }`; 401 also stands for a
 * missing permission, 404 also for "feature not enabled"; 429 says when to come back in `Retry-After` (seconds), in
 * `errors[0].data.msBeforeNext`, or as a date in `X-RateLimit-Reset`. Gateways in between answer HTML.
 */
export const problemOfStatus = (answer: RefusedAnswer, now: number): SegmentProblem => {
  const { status } = answer
  const errors = readErrors(answer.body)
  const message = wordsOf(errors) || `Segment answered with status ${status}.`
  if (status === 429) return { kind: 'rate-limited', retryAfterMs: retryAfter(answer, errors, now), message }
  if (status === 401 || status === 403) return { kind: 'unauthorized', message }
  if (status === 404 && /feature|not enabled|protocols/i.test(message))
    return { kind: 'no-protocols', message }
  if (status === 404 && errors.length > 0) return { kind: 'not-found', message }
  if (status >= 500 || status === 408) return { kind: 'unavailable', message }
  if (errors.length > 0) return { kind: 'refused', status, message }
  const sentence =
    status >= 300 && status < 400
      ? `The address answered with a redirect (status ${status}), so it is not Segment's Public API.`
      : `The address answered with status ${status} and no Segment error, so it may not be Segment's Public API.`
  return { kind: 'not-understood', message: sentence }
}

const ErrorBody = z.object({
  errors: z.array(
    z.object({
      message: z.string().optional(),
      field: z.string().optional(),
      data: z.object({ msBeforeNext: z.number().optional() }).optional().catch(undefined),
    }),
  ),
})

type SegmentErrors = z.infer<typeof ErrorBody>['errors']

const readErrors = (body: string): SegmentErrors => {
  try {
    return ErrorBody.safeParse(JSON.parse(body)).data?.errors ?? []
  } catch {
    return []
  }
}

const shownErrors = 3
const shownCharacters = 500

const wordsOf = (errors: SegmentErrors): string =>
  errors
    .slice(0, shownErrors)
    .map(({ message, field }) => [field, message].filter(Boolean).join(': '))
    .filter(Boolean)
    .join(' · ')
    .slice(0, shownCharacters)

const defaultRetryAfterMs = 5_000

const retryAfter = ({ headers }: RefusedAnswer, errors: SegmentErrors, now: number): number => {
  const header = String(headers['retry-after'] ?? '')
  const seconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now
  const reset = Date.parse(String(headers['x-ratelimit-reset'] ?? '')) - now
  const told = [seconds, errors[0]?.data?.msBeforeNext ?? Number.NaN, reset].find(Number.isFinite)
  return Math.max(0, told ?? defaultRetryAfterMs)
}
