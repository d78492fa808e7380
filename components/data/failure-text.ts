import type { ClientFailure } from './request-failed'

/** An error in three answers. `kept` is absent where nothing could have been lost. */
export type FailureText = { readonly title: string; readonly kept?: string; readonly todo: string }

type Texts = {
  readonly [Code in ClientFailure['code']]: (failure: Extract<ClientFailure, { code: Code }>) => FailureText
}

const nothingChanged = 'Nothing was changed.'

const texts: Texts = {
  offline: () => ({
    title: 'No connection to the server.',
    kept: 'What you see is the last state that was read.',
    todo: 'It is tried again by itself as soon as the connection is back.',
  }),
  malformed: ({ detail }) => ({
    title: 'The request could not be understood.',
    kept: nothingChanged,
    todo: detail,
  }),
  'not-signed-in': () => ({
    title: 'You are signed out.',
    kept: 'Unsaved edits stay in this browser.',
    todo: 'Sign in again to go on.',
  }),
  'bad-signature': () => ({
    title: 'The signature does not fit.',
    kept: nothingChanged,
    todo: 'Check the shared secret.',
  }),
  'not-allowed': ({ detail }) => ({
    title: 'Your role does not allow this.',
    kept: nothingChanged,
    todo: detail,
  }),
  'own-edits': ({ detail }) => ({
    title: 'These are your own edits.',
    kept: nothingChanged,
    todo: detail || 'Somebody else has to approve them.',
  }),
  'not-found': ({ what }) => ({
    title: `There is no such ${what}, or it is gone.`,
    todo: 'Go back to the list and look for it there.',
  }),
  stale: ({ detail }) => ({
    title: 'This has changed since you looked.',
    kept: 'What you typed is still here.',
    todo: detail || 'Look at what changed, then save again.',
  }),
  'wrong-state': ({ detail }) => ({ title: 'That is not possible now.', kept: nothingChanged, todo: detail }),
  conflicted: ({ detail, conflicts }) => ({
    title:
      conflicts.length === 1
        ? 'One edit collides with head.'
        : `${conflicts.length} edits collide with head.`,
    kept: 'Your text is kept beside what head has now.',
    todo: detail || 'Choose for each which one stands.',
  }),
  blocked: ({ gates, detail }) => ({
    title: 'It cannot be published yet.',
    kept: nothingChanged,
    todo: gates.map((gate) => gate.message).join(' ') || detail,
  }),
  'idempotency-conflict': ({ detail }) => ({
    title: 'The same key was used for another request.',
    kept: nothingChanged,
    todo: detail,
  }),
  'too-large': ({ detail }) => ({ title: 'That is too large.', kept: nothingChanged, todo: detail }),
  'invalid-input': ({ fields }) => ({
    title: 'Some of it cannot be accepted.',
    kept: 'What you typed is still here.',
    todo: fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' '),
  }),
  'not-supported-yet': ({ detail }) => ({
    title: 'This cannot be done yet.',
    kept: nothingChanged,
    todo: detail,
  }),
  'segment-refused': ({ detail }) => ({
    title: 'Segment refused.',
    kept: 'Nothing was stored.',
    todo: detail,
  }),
  'rate-limited': ({ retryAfterSeconds }) => ({
    title: 'Too many requests.',
    kept: nothingChanged,
    todo: `Try again in ${retryAfterSeconds} s.`,
  }),
  'segment-unavailable': ({ detail }) => ({
    title: 'Segment does not answer.',
    kept: 'The last good state is kept.',
    todo: detail || 'It is tried again by itself.',
  }),
  unexpected: ({ id }) => ({
    title: 'Something went wrong on our side.',
    kept: 'What you typed is still here.',
    todo: id ? `Try again; if it stays, tell your administrator the number ${id}.` : 'Try again.',
  }),
}

/** What happened, what was not lost, and what to do. */
export const failureText = (failure: ClientFailure): FailureText =>
  (texts[failure.code] as (failure: ClientFailure) => FailureText)(failure)
