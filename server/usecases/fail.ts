import { Failed } from '@/contracts/failed'
import type { Failure } from '@/contracts/failure'

export { Failed }

/** Gives up: everything in the transaction is rolled back. */
export const fail = (failure: Failure): never => {
  throw new Failed(failure)
}
