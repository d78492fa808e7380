type RateData = { remainingPoints: number; msBeforeNext: number; consumedPoints: number }

/** A refusal as the Public API words it. Types on record: input-validation, bad-request, RequestError. */
export class SegmentError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly extra: { field?: string; data?: RateData; headers?: Record<string, string> } = {},
  ) {
    super(message)
  }
}

export const badRequest = (message: string) => new SegmentError(400, 'bad-request', message)
export const notFound = (what: string) => new SegmentError(404, 'not-found', `${what} not found`)
/** Segment Public API: 404 stands for a feature that a workspace has not got, alpha ones among them. */
export const featureOff = () =>
  new SegmentError(404, 'not-found', 'The requested feature is not enabled for this workspace')
export const conflict = (message: string) => new SegmentError(409, 'conflict', message)
export const invalidInput = (message: string, field?: string) =>
  new SegmentError(422, 'input-validation', message, field === undefined ? {} : { field })

/** 429 with the wait said three times: body, Retry-After in whole seconds, and a reset date. */
export const tooManyRequests = (msBeforeNext: number, consumedPoints: number, now = Date.now()) =>
  new SegmentError(429, 'RequestError', 'Too many requests', {
    data: { remainingPoints: 0, msBeforeNext, consumedPoints },
    headers: {
      'Retry-After': String(Math.ceil(msBeforeNext / 1_000)),
      'X-RateLimit-Consumed': String(consumedPoints),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': new Date(now + msBeforeNext).toString(),
    },
  })

/** The failure envelope: `errors`, never beside `data`. */
export const errorAnswer = (error: SegmentError, headers: Record<string, string> = {}) => {
  const { field, data } = error.extra
  const body = {
    errors: [{ type: error.type, message: error.message, ...(field && { field }), ...(data && { data }) }],
  }
  return Response.json(body, { status: error.status, headers: { ...error.extra.headers, ...headers } })
}
