import type { SegmentProblem } from '@/server/ports/segment-gateway'

/** Whether the same call may well succeed later, with nobody doing anything about it. */
export const isTransient = ({ kind }: SegmentProblem): boolean =>
  kind === 'rate-limited' || kind === 'unavailable' || kind === 'incomplete-read'
