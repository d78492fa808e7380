import type { Json } from '@/domain/plan/json'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { readView } from './change-request-view'
import type { LoadedRequest } from './load-change-request'
import type { RequestAction } from './request-actions'
import { requestSubject } from './request-subject'

type Kept = {
  readonly set: Partial<
    Pick<
      ChangeRequest,
      | 'title'
      | 'description'
      | 'status'
      | 'baseVersion'
      | 'publishedVersion'
      | 'jobId'
      | 'publishError'
      | 'waiting'
    >
  >
  readonly action: RequestAction
  readonly details?: Readonly<Record<string, Json>>
}

/**
 * Saves what a use case changed about a request and writes it to the audit chain, last in the transaction. Fails
 * with `stale` when somebody else saved in between.
 */
export const keepRequest = async (
  ctx: Context,
  stores: Stores,
  { plan, request }: Pick<LoadedRequest, 'plan' | 'request'>,
  { set, action, details }: Kept,
): Promise<void> => {
  const at = ctx.now()
  const next = { ...request, ...set, revision: request.revision + 1, updatedAt: at }
  if (!(await stores.changeRequests.save(next, request.revision)))
    fail({
      code: 'stale',
      detail: 'Somebody else changed the request just now.',
      current: await readView(ctx, stores, { plan: plan.id, number: request.number }),
    })
  await stores.audit.append({
    chain: plan.workspaceId,
    actor: ctx.actor,
    at,
    action,
    subject: requestSubject(plan.id, request.number),
    ...(details === undefined ? {} : { details }),
  })
}
