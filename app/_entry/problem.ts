import type { Failure } from '@/contracts/failure'
import { problemAnswer } from '@/contracts/problem-answer'

/** A failure as the problem document that every answer below `/api/v1` uses (RFC 9457). */
export const problem = (failure: Failure, headers: Readonly<Record<string, string>> = {}): Response => {
  const { status, body, headers: own } = problemAnswer(failure)
  return new Response(body, { status, headers: { ...own, ...headers } })
}
