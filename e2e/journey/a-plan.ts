import { randomUUID } from 'node:crypto'
import { JobStarted } from '@/contracts/job'
import { apiPaths } from '@/contracts/paths'
import { PlanView } from '@/contracts/plan'
import { rest } from './rest'
import { type SegmentRule, segment } from './segment'
import { untilDone } from './until-done'

/** A plan of the test's own: made in Segment, read from there, and here as version 1. */
export const aPlan = async (rules: readonly SegmentRule[], name = 'A plan'): Promise<PlanView> => {
  const segmentId = `tp_${randomUUID().replaceAll('-', '')}`
  await segment.load(segmentId, name, rules)
  const { jobId } = await rest('admin', 'POST', `${apiPaths.plan(segmentId)}/sync`, JobStarted)
  await untilDone(jobId)
  return rest('admin', 'GET', apiPaths.plan(segmentId), PlanView)
}
