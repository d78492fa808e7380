import type { Failure } from '@/contracts/failure'
import type { SegmentProblem } from '@/server/ports/segment-gateway'
import type { Workspace } from '@/server/ports/workspace-store'

type Place = Pick<Workspace, 'region' | 'apiUrl'>

export type ProblemWords = {
  readonly code: 'rate-limited' | 'segment-unavailable' | 'segment-refused'
  readonly message: string
}

/** What to tell people about a call to Segment that gave no usable answer: what is the matter, and what to look at. */
export const segmentProblemWords = (problem: SegmentProblem, { region, apiUrl }: Place): ProblemWords => {
  switch (problem.kind) {
    case 'rate-limited':
      return {
        code: 'rate-limited',
        message: `Segment asks to wait ${Math.ceil(problem.retryAfterMs / 1_000)} s before the next call (rate limit).`,
      }
    case 'unavailable':
      return {
        code: 'segment-unavailable',
        message: `Segment cannot be reached at ${apiUrl}: ${problem.message}`,
      }
    case 'incomplete-read':
      return { code: 'segment-unavailable', message: `The plan could not be read whole: ${problem.message}` }
    case 'unauthorized':
      return {
        code: 'segment-refused',
        message:
          `Segment does not accept this token in the ${region.toUpperCase()} region (${problem.message}). ` +
          `Check that it is a Public API token with access to tracking plans and sources, and that the workspace is ` +
          `not in the ${region === 'us' ? 'EU' : 'US'} region.`,
      }
    case 'no-protocols':
      return {
        code: 'segment-refused',
        message: 'Protocols is not enabled in this Segment workspace, so it has no tracking plans to govern.',
      }
    case 'not-found':
      return { code: 'segment-refused', message: `Segment does not know it (any more): ${problem.message}` }
    case 'refused':
      return { code: 'segment-refused', message: `Segment refused: ${problem.message}` }
    case 'sealed-token':
      return { code: 'segment-refused', message: problem.message }
    case 'not-understood':
      return {
        code: 'segment-refused',
        message: `${apiUrl} did not answer as Segment does: ${problem.message}`,
      }
  }
}

/** The same as a failure of whoever is waiting for the answer. */
export const segmentFailure = (problem: SegmentProblem, place: Place): Failure => {
  const { code, message } = segmentProblemWords(problem, place)
  const seconds = problem.kind === 'rate-limited' ? Math.ceil(problem.retryAfterMs / 1_000) : undefined
  if (code === 'segment-refused') return { code, detail: message }
  return seconds === undefined
    ? { code: 'segment-unavailable', detail: message }
    : { code: 'rate-limited', retryAfterSeconds: seconds }
}
