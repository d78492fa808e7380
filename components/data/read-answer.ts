import type { z } from 'zod'
import { Problem } from '@/contracts/failure'
import { failureOfProblem } from './failure-of-problem'
import { RequestFailed } from './request-failed'

/**
 * Asks `/api/v1` with the session's cookie and reads the answer by its contract. Fails with `RequestFailed`: the
 * server's own failure, `offline` when no answer came, `unexpected` when the answer is not what the contract says.
 */
export const readAnswer = async <T extends z.ZodType>(
  path: string,
  view: T,
  request: RequestInit & { readonly signal?: AbortSignal | undefined },
): Promise<z.output<T>> => {
  const response = await fetch(path, {
    ...request,
    headers: { Accept: 'application/json', ...request.headers },
  }).catch((error: unknown) => {
    if (request.signal?.aborted) throw error
    throw new RequestFailed({ code: 'offline' })
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const problem = Problem.safeParse(body)
    throw new RequestFailed(problem.success ? failureOfProblem(problem.data) : { code: 'unexpected', id: '' })
  }
  return view.parse(body)
}
