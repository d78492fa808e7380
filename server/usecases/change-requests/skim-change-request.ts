import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import type { EditMark } from '@/domain/review/change-request'
import { isOpen } from '@/domain/review/transition'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import type { DigestedEdit, RequestName, SkimmedEdit, SkimmedRequest } from './load-change-request'

/** A request for a screen, by what the checks have said of its edits: nothing may be decided on it. */
export const skimChangeRequest = async (
  ctx: Context,
  stores: Stores,
  { plan: name, number }: RequestName,
): Promise<SkimmedRequest> => {
  const plan = await findPlan(stores, name)
  const request =
    (await stores.changeRequests.find(plan.id, number)) ?? fail({ code: 'not-found', what: 'change request' })
  return skimmed(ctx, stores, plan, request)
}

/** The same of a request that was read already. */
export const skimmed = async (
  { judge }: Context,
  stores: Stores,
  plan: Plan,
  request: ChangeRequest,
): Promise<SkimmedRequest> => ({
  plan,
  request,
  edits: await skimmedEdits(stores, judge.engine, request),
  reviews: await stores.changeRequests.reviews(request.id),
  threads: await stores.comments.threads(request.id),
  texts: (rules) => stores.changeRequests.keptEdits(request.id, rules?.map(ruleKey)),
})

const skimmedEdits = async (
  stores: Stores,
  engine: string,
  { id, status }: ChangeRequest,
): Promise<readonly SkimmedEdit[]> => {
  const marks = await stores.changeRequests.editMarks(id)
  const known = new Map(
    (await stores.checks.digests(id))
      .filter((judged) => judged.engine === engine || !isOpen(status))
      .map((judged) => [judged.editHash, judged]),
  )
  const unread: RuleId[] = []
  const digested = marks.map((mark): DigestedEdit | EditMark => {
    const { digest = null, breaksJointly = false } = known.get(mark.fingerprint) ?? {}
    if (digest !== null) return { ...mark, digest, breaksJointly }
    unread.push(mark)
    return mark
  })
  const texts = await textsOf(stores, id, unread.length === marks.length ? undefined : unread)
  return digested.flatMap((edit): readonly SkimmedEdit[] | SkimmedEdit =>
    'digest' in edit ? [edit] : (texts.get(ruleKey(edit)) ?? []),
  )
}

/** By `ruleKey`. */
const textsOf = async (stores: Stores, id: string, rules: readonly RuleId[] | undefined) => {
  if (rules?.length === 0) return new Map<string, never>()
  const edits = await stores.changeRequests.keptEdits(id, rules?.map(ruleKey))
  return new Map(edits.map((edit) => [ruleKey(edit), edit]))
}
