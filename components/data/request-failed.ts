import type { Failure, FailureCode } from '@/contracts/failure'

/** An expected "no" from the server, or none at all (`offline`), as the error that queries and mutations carry. */
export type ClientFailure = Failure | { readonly code: 'offline' }

export class RequestFailed extends Error {
  constructor(readonly failure: ClientFailure) {
    super(failure.code)
    this.name = 'RequestFailed'
  }
}

/** Whether an error is this expected "no". */
export const isFailure = (error: unknown, code: FailureCode | 'offline'): boolean =>
  error instanceof RequestFailed && error.failure.code === code

/** The failure that an error carries; anything else is a bug of ours, without an id since it happened in the browser. */
export const failureOf = (error: unknown): ClientFailure =>
  error instanceof RequestFailed ? error.failure : { code: 'unexpected', id: '' }
