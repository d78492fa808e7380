import type { Edit } from '@/domain/plan/edit'
import type { Promotion } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { personOf } from '../authorize'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { fail } from '../fail'
import { authorEdits } from './author-edits'
import { requestSubject } from './request-subject'

/** The newest version of a plan; fails with `wrong-state` while there is none. */
export const headOf = ({ headVersion }: Plan): number =>
  headVersion ??
  fail({ code: 'wrong-state', detail: 'The plan has not been read from Segment yet.', status: 'not-read' })

/** Opens a change request by the person who acts, with its audit entry; returns its number. */
export const openRequest = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
  request: {
    readonly title: string
    readonly description: string
    readonly status: 'draft' | 'in-review'
    readonly base: number
    readonly edits: readonly Edit[]
    readonly promotion?: Promotion
    /** The number of the request that it takes back. */
    readonly reverts?: number
  },
): Promise<number> => {
  const at = ctx.now()
  const number = await stores.plans.takeNumber(plan.id)
  const id = ctx.newId()
  await stores.changeRequests.add(
    {
      id,
      planId: plan.id,
      number,
      title: request.title,
      description: request.description,
      authorId: personOf(ctx.actor),
      authorName: ctx.actor.name,
      status: request.status,
      baseVersion: request.base,
      revision: 0,
      publishedVersion: null,
      jobId: null,
      publishError: null,
      conflicts: [],
      promotion: request.promotion ?? null,
      reverts: request.reverts ?? null,
      waiting: null,
      createdAt: at,
      updatedAt: at,
    },
    authorEdits(ctx.actor, request.edits, []),
  )
  const opened = { id, planId: plan.id, number, baseVersion: request.base }
  await askForMissingChecks(ctx, stores, opened, request.edits)
  await stores.audit.append({
    chain: plan.workspaceId,
    actor: ctx.actor,
    at,
    action: 'change-request-created',
    subject: requestSubject(plan.id, number),
    details: {
      title: request.title,
      edits: request.edits.length,
      ...(request.promotion === undefined ? {} : { promotes: promotes(request.promotion) }),
    },
  })
  return number
}

const promotes = ({ upstreamPlanId, version, from }: Promotion) => ({ plan: upstreamPlanId, version, from })
