import { Failed } from '@/contracts/failed'

/** An expected failure as a sentence for the terminal. Anything else is thrown on. */
export const failureLine = (error: unknown): string => {
  if (!(error instanceof Failed)) throw error
  return 'detail' in error.failure ? error.failure.detail : error.failure.code
}
