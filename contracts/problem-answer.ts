import { type Failure, type FailureCode, failureStatus } from './failure'

/** An answer of HTTP as plain values, whatever server gives it. */
export type PlainAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const titles: Readonly<Record<FailureCode, string>> = {
  malformed: 'The request could not be read',
  'not-signed-in': 'Nobody is signed in',
  'bad-signature': 'The signature does not fit',
  'not-allowed': 'Not allowed',
  'own-edits': 'Nobody approves their own edits',
  'not-found': 'There is no such thing',
  stale: 'It has changed since it was read',
  'wrong-state': 'Not possible in this state',
  conflicted: 'A person has to decide',
  blocked: 'Something stands in the way',
  'idempotency-conflict': 'The idempotency key belongs to another request',
  'too-large': 'Too large',
  'invalid-input': 'Some values are not valid',
  'not-supported-yet': 'Not supported yet',
  'segment-refused': 'Segment refused it',
  'rate-limited': 'Too many requests',
  unexpected: 'An error of ours',
  'segment-unavailable': 'Segment cannot be reached',
}

const detailOf = (failure: Failure): string | undefined => {
  switch (failure.code) {
    case 'not-signed-in':
      return 'Send a bearer token, or sign in.'
    case 'not-found':
      return `No ${failure.what} was found.`
    case 'invalid-input':
      return failure.fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ')
    case 'rate-limited':
      return `Try again in ${failure.retryAfterSeconds} seconds.`
    case 'unexpected':
      return `It was logged as ${failure.id}.`
    case 'bad-signature':
      return undefined
    default:
      return failure.detail
  }
}

/** A failure as the problem document that every answer below `/api` uses (RFC 9457). */
export const problemAnswer = (failure: Failure): PlainAnswer => {
  const status = failureStatus[failure.code]
  const { code, ...extras } = failure
  const wait = 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined
  const document = {
    type: `urn:plumbline:problem:${code}`,
    title: titles[code],
    status,
    code,
    detail: detailOf(failure),
    ...('status' in extras ? { ...extras, status, currentStatus: extras.status } : extras),
  }
  return {
    status,
    body: JSON.stringify(document),
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(code === 'not-signed-in' ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(wait === undefined ? {} : { 'Retry-After': String(wait) }),
    },
  }
}
