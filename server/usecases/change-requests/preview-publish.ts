import type { PublishPreview } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import { applyEdits } from '@/domain/plan/apply-edits'
import type { Rule } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import {
  type PublishOperations,
  publishOperations,
  publishSummary,
} from '@/domain/publish/publish-operations'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { renamesOf, touchedBy } from '../publishing/edit-steps'
import { ignoredBy } from '../publishing/ignored-by'
import { findConflicts } from './find-conflicts'
import { headFor } from './head-of-plan'
import { type LoadedRequest, loadChangeRequest, type RequestName } from './load-change-request'

type Preview = PublishPreview['operations'][number]

/**
 * Exactly what a publish would send, brought to the newest version as a publish in the queue would be, and judged by
 * what Segment was last seen to hold; the publish itself reads again.
 * For a request that was published or is on its way: what its edits did to the version they began on.
 */
export const previewPublish = (ctx: Context, name: RequestName): Promise<PublishPreview> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const loaded = await loadChangeRequest(stores, name)
    const { plan } = loaded
    const workspace = await stores.workspaces.find(plan.workspaceId)
    const { held, operations } = await operationsOf(ctx, stores, loaded)
    const where = `${plan.name} at ${workspace?.name ?? 'its workspace'}`
    return {
      plan: plan.name,
      workspace: workspace?.name ?? '',
      ...operations.counts,
      calls: operations.upserts.length + operations.removals.length,
      sentence: `${publishSummary(operations.counts)} in ${where}`,
      operations: shownOperations(operations, held),
    }
  })

const operationsOf = async (
  ctx: Context,
  stores: Stores,
  { plan, request, edits }: LoadedRequest,
): Promise<{ readonly held: readonly Rule[]; readonly operations: PublishOperations }> => {
  const isAhead = request.publishedVersion !== null
  const version = isAhead ? request.baseVersion : (plan.headVersion ?? request.baseVersion)
  const base = await stores.rules.ofVersion(plan.id, version)
  const brought = isAhead ? null : bringUpToDate(edits, await headFor(stores, plan, request))
  const carried = brought?.edits ?? edits
  const applied = applyEdits(base, carried)
  if (!applied.ok || (brought?.conflicts.length ?? 0) > 0)
    return fail({
      code: 'conflicted',
      detail: 'The plan has changed where this request does; bring it up to date first.',
      conflicts: findConflicts(edits, await headFor(stores, plan, request)),
    })
  // What is on its way there has arrived when the turn of this one comes.
  const isMoving = plan.headVersion !== plan.liveVersion
  const held = isAhead || isMoving || plan.seenHash === null ? base : await stores.plans.seenRules(plan.id)
  const managed = [...(await stores.rules.managed(plan.id)), ...touchedBy(carried)]
  const operations = publishOperations({
    held,
    wanted: applied.rules,
    managed,
    renames: renamesOf(carried),
    ignored: isAhead ? [] : (await ignoredBy(ctx, stores, plan, carried)).map(({ rule }) => rule),
  })
  return { held, operations }
}

const shownOperations = ({ upserts, removals }: PublishOperations, held: readonly Rule[]): Preview[] => {
  const stands = new Set(held.map(ruleKey))
  const sent = upserts.flat().map((rule): Preview => {
    if (rule.newKey !== undefined) return { kind: 'rename', rule: ruleIdOf(rule), newKey: rule.newKey }
    return { kind: stands.has(ruleKey(rule)) ? 'update' : 'add', rule: ruleIdOf(rule) }
  })
  return [...sent, ...removals.flat().map((rule): Preview => ({ kind: 'remove', rule }))]
}
