import type { ConnectWorkspace } from '@/contracts/workspace'
import type { Context } from '@/server/ports/context'
import type { SegmentPlan, SegmentWorkspace } from '@/server/ports/segment-gateway'
import { fail } from '../fail'
import { segmentFailure } from '../segment-problem'
import { apiUrlOf } from './api-url-of'

export type Opened = {
  readonly apiUrl: string
  readonly workspace: SegmentWorkspace
  readonly plans: readonly SegmentPlan[]
}

/**
 * Asks Segment what a token opens. Fails with `segment-refused`, `segment-unavailable` or `rate-limited` and a
 * sentence that says what to look at. A network call: never inside a transaction.
 */
export const askSegment = async (ctx: Context, input: ConnectWorkspace): Promise<Opened> => {
  const place = { region: input.region, apiUrl: apiUrlOf(input) }
  const segment = ctx.segment({ token: input.token, apiUrl: place.apiUrl })
  const workspace = await segment.workspace()
  if (!workspace.ok) return fail(segmentFailure(workspace.problem, place))
  const plans = await segment.livePlans()
  if (!plans.ok) return fail(segmentFailure(plans.problem, place))
  return { apiUrl: place.apiUrl, workspace: workspace.value, plans: plans.value }
}
