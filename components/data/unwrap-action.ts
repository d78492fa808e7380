import type { ActionResult } from '@/contracts/failure'
import { RequestFailed } from './request-failed'

/** The value of a server action's result, or its failure thrown as `RequestFailed`, for `useMutation`. */
export const unwrapAction = async <T>(result: Promise<ActionResult<T>>): Promise<T> => {
  const answer = await result.catch((error: unknown) => {
    // A server action that never got an answer rejects with what fetch threw.
    if (error instanceof TypeError) throw new RequestFailed({ code: 'offline' })
    throw error
  })
  if (answer.ok) return answer.value
  throw new RequestFailed(answer.failure)
}
