import type { PolicyOutcome, PolicyPreview, PreviewPolicy } from '@/contracts/policy'
import { reviewStanding } from '@/domain/review/approval'
import { changeRequestStatuses } from '@/domain/review/change-request'
import { isOpenAt } from '@/domain/review/publishing-window'
import { approvalsMissing, changesRequested, ownersMissing } from '@/domain/review/review-gates'
import { isOpen } from '@/domain/review/transition'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { approversIn, type PolicyInForce, policyInForce, reviewTerms } from '../change-requests/review-terms'
import { findPlan } from '../plans/find-plan'
import { requireKnownGroups } from './require-known-groups'

/** More than anybody reads through; enough to see what a policy does. */
const most = 100

/**
 * What a policy would have done to the last requests that were submitted, beside what the one in force says of them:
 * the same edits and reviews, held against both. Nothing is stored.
 */
export const previewPolicy = (
  ctx: Context,
  input: { readonly plan: string } & PreviewPolicy,
): Promise<PolicyPreview> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'change-policy')
    const plan = await findPlan(stores, input.plan)
    await requireKnownGroups(stores, plan, input.policy)
    const groups = await stores.groups.list(plan.workspaceId)
    const former = await policyInForce(stores, plan)
    const { requests } = await stores.changeRequests.page({
      planId: plan.id,
      statuses: changeRequestStatuses.filter((status) => status !== 'draft'),
      limit: most,
    })
    const judged = await judging(ctx, stores)
    const rows: PolicyPreview['requests'] = []
    for (const request of requests) {
      const of = await judged(request)
      const [before, after] = [await of(former), await of({ policy: input.policy, groups })]
      const { number, title, status, authorName: author } = request
      rows.push({ number, title, status, author, before, after })
    }
    return { requests: rows }
  })

const outOfTime = 'It was published outside of the publishing times.'

const judging = async (ctx: Context, stores: Stores) => {
  const approvers = await approversIn(stores)
  const names = new Map((await stores.people.list()).map(({ id, name }) => [id, name]))
  return async (request: ChangeRequest) => {
    const edits = await stores.changeRequests.edits(request.id)
    const reviews = await stores.changeRequests.reviews(request.id)
    const published =
      request.publishedVersion === null
        ? null
        : await stores.plans.version(request.planId, request.publishedVersion)
    // Whoever approved what is over by now was allowed to, whatever they are today.
    const ofThatTime = isOpen(request.status)
      ? approvers
      : new Set([...approvers, ...reviews.filter(({ verdict }) => verdict === 'approve').map(({ by }) => by)])
    return async (policy: PolicyInForce): Promise<PolicyOutcome> => {
      const terms = await reviewTerms(ctx, stores, policy, { request, edits })
      const standing = reviewStanding(edits, reviews, ofThatTime, terms)
      const facts = { standing, terms, nameOf: (person: string) => names.get(person) ?? 'somebody who left' }
      const missing = [...changesRequested(facts), ...approvalsMissing(facts), ...ownersMissing(facts)]
      const isInTime = published === null || isOpenAt(policy.policy, published.at)
      return {
        clear: standing.complete && isInTime,
        missing: [...missing.map(({ message }) => message), ...(isInTime ? [] : [outOfTime])],
      }
    }
  }
}
