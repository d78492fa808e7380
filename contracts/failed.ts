import type { Failure } from './failure'

/** An expected "no" on its way out of a transaction, as an error that carries it. Entry points turn it into a value. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
    this.name = 'Failed'
  }
}
