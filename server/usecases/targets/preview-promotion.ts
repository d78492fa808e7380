import type { PreviewPromotion, PromotionPreview } from '@/contracts/target'
import { applyEdits } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { ownRules } from '@/domain/promotion/own-rules'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPromotion } from './find-promotion'
import { findFollower, type TargetName } from './find-target'

/** What a promotion would ask for, and what of the target it leaves as it is. */
export const previewPromotion = (
  ctx: Context,
  input: TargetName & PreviewPromotion,
): Promise<PromotionPreview> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const following = await findFollower(stores, input)
    const { follower, upstream } = following
    const { version, from, head, upstream: rules, found } = await findPromotion(stores, following, input)
    const open = await stores.changeRequests.openPromotion(follower.id, {
      upstreamPlanId: upstream.id,
      version,
    })
    const workspace = await stores.workspaces.find(follower.workspaceId)
    const conflicts = found.conflicts.map(({ rule }) => rule)
    const unsettled = new Set(conflicts.map(ruleKey))
    const after = applyEdits(head, found.edits)
    return {
      upstream: { id: upstream.id, name: upstream.name, liveVersion: upstream.liveVersion ?? version },
      target: { id: follower.id, name: follower.name, workspace: workspace?.name ?? '' },
      version,
      from,
      open: open?.number ?? null,
      ...sorted(found.edits),
      kept: ownRules(after.ok ? after.rules : head, rules).filter((own) => !unsettled.has(ruleKey(own))),
      conflicts,
    }
  })

const sorted = (
  edits: readonly Edit[],
): Pick<PromotionPreview, 'added' | 'changed' | 'renamed' | 'removed'> => ({
  added: edits.filter(({ before }) => before === null).map(ruleIdOf),
  changed: edits
    .filter(({ before, after, newKey }) => before !== null && after !== null && newKey === undefined)
    .map(ruleIdOf),
  renamed: edits.flatMap((edit) =>
    edit.newKey === undefined ? [] : [{ ...ruleIdOf(edit), newKey: edit.newKey }],
  ),
  removed: edits.filter(({ after }) => after === null).map(ruleIdOf),
})
