import type { ChangeRequestView, GiveReview } from '@/contracts/change-request'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { isAuthor } from '@/domain/review/approval'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { Policy } from '@/domain/review/policy'
import { isReviewable } from '@/domain/review/transition'
import type { StoredReview } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { requireTalkable } from '../conversation/require-talkable'
import { fail } from '../fail'
import { readView } from './change-request-view'
import { editsNamed } from './edits-named'
import { keepRequest } from './keep-request'
import { type LoadedRequest, lockChangeRequest, type RequestName } from './load-change-request'
import { requireFresh } from './require-fresh'
import { policyInForce, standingNow } from './review-terms'
import { settleStatus } from './settle-status'

/**
 * Approves the exact edits that the reviewer saw, all or those of some rules, asks for changes, or comments. `own-edits` for whoever had a hand
 * in an edit, unless the policy lets authors approve; a verdict through a token that such a person minted is kept but
 * does not count.
 */
export const giveReview = (ctx: Context, input: RequestName & GiveReview): Promise<ChangeRequestView> =>
  ctx.transaction(async (stores) => {
    const loaded = await lockChangeRequest(stores, input)
    const { request } = loaded
    authorize(ctx.actor, input.verdict === 'comment' ? 'comment' : 'review')
    if (input.verdict === 'comment') requireTalkable(request.status)
    else requireJudgeable(loaded, personOf(ctx.actor), (await policyInForce(stores, loaded.plan)).policy)
    await requireFresh(ctx, stores, loaded, input.fingerprint)

    const review = reviewNow(ctx, loaded, input)
    await stores.changeRequests.addReview(request.id, review)
    const standing = await standingNow(ctx, stores, { ...loaded, reviews: [...loaded.reviews, review] })
    await keepRequest(ctx, stores, loaded, {
      set:
        input.verdict === 'comment' ? {} : { status: settleStatus(request.status, standing, input.verdict) },
      action: 'change-request-reviewed',
      details: { verdict: input.verdict, covers: review.covers.map(({ hash }) => hash) },
    })
    return readView(ctx, stores, input)
  })

const requireJudgeable = (
  { request, edits }: LoadedRequest,
  person: string,
  { authorsMayApprove }: Policy,
): void => {
  if (!isReviewable(request.status))
    fail({
      code: 'wrong-state',
      detail: 'Only a request in review can be approved or sent back.',
      status: request.status,
    })
  if (!authorsMayApprove && isAuthor(edits, person))
    fail({
      code: 'own-edits',
      detail: 'You wrote an edit of this request, so somebody else has to review it.',
    })
}

const reviewNow = (ctx: Context, loaded: LoadedRequest, input: GiveReview): StoredReview => ({
  id: ctx.newId(),
  by: personOf(ctx.actor),
  byName: ctx.actor.name,
  at: ctx.now(),
  verdict: input.verdict,
  body: input.body ?? '',
  tokenMinters: ctx.actor.kind === 'token' ? ctx.actor.minters : [],
  covers: editsNamed(loaded, input.rules).map((edit) => ({
    rule: ruleIdOf(edit),
    hash: editFingerprint(edit),
  })),
})
