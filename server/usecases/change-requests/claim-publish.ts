import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { stepsOf } from '../publishing/edit-steps'
import { keepRequest } from './keep-request'
import type { RequestFacts } from './request-facts'
import { requireTransition } from './require-transition'
import { settleStatus } from './settle-status'
import type { Bypass } from './way-through'

type Claim = {
  readonly jobId: string
  /** Who publishes, by name. */
  readonly by: string
  readonly bypass: Bypass | null
  /** Who asked for it, where that was earlier. */
  readonly askedBy?: string
}

/**
 * Begins a publish whose gates have been asked: writes the next version, which the job brings to Segment. The plan is
 * locked, and nothing is on its way there.
 */
export const claimPublish = async (
  ctx: Context,
  stores: Stores,
  facts: RequestFacts<StoredEdit>,
  { jobId, by, bypass, askedBy }: Claim,
): Promise<void> => {
  const { plan, request, edits, standing } = facts
  // The policy, a role or a group may have changed since the status was last settled.
  const settled = settleStatus(request.status, standing)
  const status = requireTransition(settled, bypass === null ? 'publish' : 'bypass')
  const version = request.baseVersion + 1
  await stores.rules.writeVersion(plan.id, {
    version,
    at: ctx.now(),
    by,
    note: request.title,
    changeRequest: request.number,
    steps: stepsOf(edits),
  })
  await keepRequest(ctx, stores, facts, {
    set: { status, publishedVersion: version, jobId, publishError: null, waiting: null },
    action: 'publish-started',
    details: {
      version,
      jobId,
      edits: edits.length,
      ...(askedBy === undefined ? {} : { askedBy }),
      ...(bypass === null ? {} : { bypass }),
    },
  })
}
