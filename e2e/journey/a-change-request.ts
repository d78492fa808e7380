import { ChangeRequestView } from '@/contracts/change-request'
import { JobStarted } from '@/contracts/job'
import { apiPaths } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { rest } from './rest'
import type { SegmentRule } from './segment'
import { untilDone } from './until-done'

/** A change request of the author's, submitted, that gives these rules these schemas. */
export const aChangeRequest = async (
  plan: PlanView,
  title: string,
  rules: readonly SegmentRule[],
): Promise<ChangeRequestView> => {
  const path = `${apiPaths.plan(plan.id)}/change-requests`
  const edits = rules.map(({ type, key = null, version, jsonSchema }) => ({ type, key, version, jsonSchema }))
  const { number } = await rest('author', 'POST', path, ChangeRequestView, { title, edits })
  return rest('author', 'POST', `${path}/${number}/submit`, ChangeRequestView)
}

/** The steward approves and publishes it, and Segment has it. */
export const approvedAndPublished = async ({
  plan,
  number,
  fingerprint,
}: ChangeRequestView): Promise<void> => {
  const path = apiPaths.changeRequest(plan.id, number)
  const approval = { verdict: 'approve', fingerprint }
  await rest('steward', 'POST', `${path}/reviews`, ChangeRequestView, approval)
  const { jobId } = await rest('steward', 'POST', `${path}/publish`, JobStarted, {})
  await untilDone(jobId)
}
