import type { RuleId } from '@/domain/plan/rule'
import type { EditMark } from '@/domain/review/change-request'
import type { ChangeRequest, StoredEdit, StoredReview } from '@/server/ports/change-request-store'
import type { EditDigest, JudgedEdit } from '@/server/ports/check-store'
import type { CommentThread } from '@/server/ports/comment-store'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/** Names a change request: `plan` is our id or Segment's `tp_…`. */
export type RequestName = { readonly plan: string; readonly number: number }

type RequestWith<Of> = {
  readonly plan: Plan
  readonly request: ChangeRequest
  readonly edits: readonly Of[]
  readonly reviews: readonly StoredReview[]
  readonly threads: readonly CommentThread[]
}

/** A change request with everything that belongs to it. */
export type LoadedRequest = RequestWith<StoredEdit>

/** An edit by what the checks have found of it, in short. */
export type DigestedEdit = EditMark & Pick<JudgedEdit, 'breaksJointly'> & { readonly digest: EditDigest }

/** An edit whose text was read only if the checks have still to tell what it does. */
export type SkimmedEdit = DigestedEdit | StoredEdit

/** A change request to look at, most of its edits without their texts. */
export type SkimmedRequest<Of extends SkimmedEdit = SkimmedEdit> = RequestWith<Of> & {
  /** Reads edits whole: all, or at least those of some rules. */
  readonly texts: (rules?: readonly RuleId[]) => Promise<readonly StoredEdit[]>
}

/** A request that was read whole, for whoever looks at either. */
export const asSkimmed = (loaded: LoadedRequest): SkimmedRequest<StoredEdit> => ({
  ...loaded,
  texts: () => Promise.resolve(loaded.edits),
})

export const lockPlan = async (stores: Stores, plan: string): Promise<Plan> =>
  (await stores.plans.lock(plan)) ?? fail({ code: 'not-found', what: 'plan' })

/** Reads a request; fails with `not-found`. */
export const loadChangeRequest = async (stores: Stores, name: RequestName): Promise<LoadedRequest> => {
  const plan = await findPlan(stores, name.plan)
  return withParts(stores, plan, await stores.changeRequests.find(plan.id, name.number))
}

/** The same for a screen, by the fingerprints that were kept with the edits: nothing may be decided on it. */
export const lookAtChangeRequest = async (stores: Stores, name: RequestName): Promise<LoadedRequest> => {
  const plan = await findPlan(stores, name.plan)
  const request = await stores.changeRequests.find(plan.id, name.number)
  return withParts(stores, plan, request, stores.changeRequests.keptEdits)
}

/** A request to change, its row locked: every change of a request begins here, so that changes of one request queue up. */
export const lockChangeRequest = async (stores: Stores, name: RequestName): Promise<LoadedRequest> =>
  lockRequestOf(stores, await findPlan(stores, name.plan), name.number)

/** The same, for whoever holds the lock of the plan already. */
export const lockRequestOf = async (stores: Stores, plan: Plan, number: number): Promise<LoadedRequest> =>
  withParts(stores, plan, await stores.changeRequests.lock(plan.id, number))

const withParts = async (
  stores: Stores,
  plan: Plan,
  request: ChangeRequest | null,
  editsOf = stores.changeRequests.edits,
): Promise<LoadedRequest> => {
  if (request === null) return fail({ code: 'not-found', what: 'change request' })
  const edits = await editsOf(request.id)
  const reviews = await stores.changeRequests.reviews(request.id)
  const threads = await stores.comments.threads(request.id)
  return { plan, request, edits, reviews, threads }
}
