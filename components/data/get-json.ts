import type { z } from 'zod'
import { Problem } from '@/contracts/failure'
import { failureOfProblem } from './failure-of-problem'
import { RequestFailed } from './request-failed'

/**
 * Reads a view over `/api/v1` with the session's cookie. Fails with `RequestFailed`: the server's own failure,
 * `offline` when no answer came, `unexpected` when the answer is not what the contract says.
 */
export const getJson = async <T extends z.ZodType>(
  path: string,
  view: T,
  signal?: AbortSignal,
): Promise<z.output<T>> => {
  const response = await fetch(path, { signal, headers: { Accept: 'application/json' } }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      throw new RequestFailed({ code: 'offline' })
    },
  )
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const problem = Problem.safeParse(body)
    throw new RequestFailed(problem.success ? failureOfProblem(problem.data) : { code: 'unexpected', id: '' })
  }
  return view.parse(body)
}
