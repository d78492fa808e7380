import type { Edit } from '@/domain/plan/edit'
import { type ReviewStanding, type ReviewTerms, reviewStanding } from '@/domain/review/approval'
import { can } from '@/domain/review/can'
import type { EditMark } from '@/domain/review/change-request'
import { asksForLevels, type LevelsOf, levelsOfChanges, requiredOf } from '@/domain/review/demand'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { Policy, ReviewerGroup } from '@/domain/review/policy'
import { isOpen } from '@/domain/review/transition'
import type { EditDigest } from '@/server/ports/check-store'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import type { DigestedEdit, LoadedRequest } from './load-change-request'

/** A policy with the groups that it may name. */
export type PolicyInForce = { readonly policy: Policy; readonly groups: readonly ReviewerGroup[] }

export const policyInForce = async (stores: Stores, plan: Plan): Promise<PolicyInForce> => {
  const { policy } = await stores.policies.find(plan.id)
  return { policy, groups: policy.ownerships.length === 0 ? [] : await stores.groups.list(plan.workspaceId) }
}

/** People who may review today. */
export const approversIn = async (stores: Stores): Promise<ReadonlySet<string>> =>
  new Set((await stores.people.list()).filter(({ role }) => can(role, 'review')).map(({ id }) => id))

type Edits = readonly (Edit | EditMark | DigestedEdit)[]

/** What a policy asks of a request, by what the checks have said about its edits so far. */
export const reviewTerms = async (
  { judge }: Context,
  stores: Stores,
  { policy, groups }: PolicyInForce,
  { request, edits }: Pick<LoadedRequest, 'request'> & { readonly edits: Edits },
): Promise<ReviewTerms> => {
  const levelsOf = asksForLevels(policy)
    ? await knownLevels(stores, judge.engine, request, edits)
    : () => null
  return { policy, groups, demands: requiredOf(policy, edits, levelsOf) }
}

/** Of a request that is no longer open the last word stands, whichever build of the rules said it. */
const knownLevels = async (
  stores: Stores,
  engine: string,
  { id, status }: LoadedRequest['request'],
  edits: Edits,
): Promise<LevelsOf> => {
  const isKnown = edits.every((edit) => 'digest' in edit)
  const levels = new Map(
    (isKnown ? [] : await levelsJudged(stores, id))
      .filter((judged) => judged.engine === engine || !isOpen(status))
      .map(({ editHash, changes, breaksJointly }) => [editHash, levelsOfChanges(changes, { breaksJointly })]),
  )
  return (edit: Edits[number]) =>
    'digest' in edit
      ? levelsOfChanges(inShort(edit.digest), edit)
      : (levels.get(editFingerprint(edit)) ?? null)
}

/** What was judged before there were digests has to be read as a whole. */
const levelsJudged = async (stores: Stores, id: string) => {
  const judged = await stores.checks.digests(id)
  return judged.every(({ digest }) => digest !== null)
    ? judged.map((edit) => ({ ...edit, changes: inShort(edit.digest) }))
    : stores.checks.judgedEdits(id)
}

const inShort = (digest: EditDigest | null): NonNullable<EditDigest['levels']>[] =>
  digest?.levels ? [digest.levels] : []

/** How the reviews of a request stand by the policy of this moment. */
export const standingNow = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
): Promise<ReviewStanding> => {
  const terms = await reviewTerms(ctx, stores, await policyInForce(stores, loaded.plan), loaded)
  return reviewStanding(loaded.edits, loaded.reviews, await approversIn(stores), terms)
}
