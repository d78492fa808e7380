import type { JobRunEnd } from '@/server/ports/job-runner'
import type { SegmentProblem } from '@/server/ports/segment-gateway'
import type { Workspace } from '@/server/ports/workspace-store'
import { segmentProblemWords } from '../segment-problem'

/** A problem with Segment as the end of a job: what may pass by itself is tried again. */
export const endOfProblem = (
  problem: SegmentProblem,
  place: Pick<Workspace, 'region' | 'apiUrl'>,
): JobRunEnd => {
  const words = segmentProblemWords(problem, place)
  switch (problem.kind) {
    case 'rate-limited':
      return { retry: { ...words, afterMs: problem.retryAfterMs } }
    case 'unavailable':
    case 'incomplete-read':
      return { retry: words }
    default:
      return { failed: words }
  }
}
