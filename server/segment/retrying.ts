import type { SegmentAnswer, SegmentProblem } from '@/server/ports/segment-gateway'

/** The outside of a call that tests replace: waiting, the clock in milliseconds, and chance from 0 to 1. */
export type Waiting = {
  readonly sleep: (ms: number) => Promise<void>
  readonly now: () => number
  readonly random: () => number
}

/**
 * `reads`: whatever may pass is tried again. `writes`: only when Segment surely did not act; after a cut connection
 * whoever wrote has to look first, since a rename that is sent twice is not the same as one sent once.
 */
export type RetryKind = 'reads' | 'writes'

const attempts = 4
const firstPauseMs = 300

/** The longest pause that is waited for. Segment Public API: limits count by the minute. */
export type Patience = 'somebody-waits' | 'job'

const longestPauseMs: Readonly<Record<Patience, number>> = { 'somebody-waits': 5_000, job: 65_000 }

/** Tries a call up to four times. What Segment says about when to come back is honoured, or the problem returned. */
export const retrying = async <T>(
  kind: RetryKind,
  patience: Patience,
  { sleep, random }: Waiting,
  call: () => Promise<SegmentAnswer<T>>,
): Promise<SegmentAnswer<T>> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await call()
    if (answer.ok || attempt === attempts || !mayPass(answer.problem, kind)) return answer
    const pause = pauseMs(answer.problem, attempt, random())
    if (pause > longestPauseMs[patience]) return answer
    await sleep(pause)
  }
}

const mayPass = ({ kind }: SegmentProblem, calls: RetryKind): boolean =>
  kind === 'rate-limited' || (kind === 'unavailable' && calls === 'reads')

const pauseMs = (problem: SegmentProblem, attempt: number, chance: number): number => {
  const spread = firstPauseMs * chance
  return problem.kind === 'rate-limited'
    ? problem.retryAfterMs + spread
    : firstPauseMs * 3 ** (attempt - 1) + spread
}
