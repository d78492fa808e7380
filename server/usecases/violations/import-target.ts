import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'

/**
 * The plan that a file is brought in for, and the source that was named, by its id or slug. Null where none was.
 *
 * @throws Failed `not-allowed`, `not-found`, or `invalid-input` where the workspace has no such source
 */
export const importTarget = async (
  ctx: Context,
  stores: Stores,
  asked: { readonly plan: string; readonly source?: string | undefined },
): Promise<{ readonly plan: Plan; readonly source: Source | null }> => {
  authorize(ctx.actor, 'triage-violations')
  const plan = await findPlan(stores, asked.plan)
  // The lock says whose plan it is: demo people stay with the demo.
  await stores.plans.lock(plan.id)
  if (asked.source === undefined) return { plan, source: null }
  const known = (await stores.sources.ofWorkspace(plan.workspaceId)).find(
    ({ id, slug }) => id === asked.source || slug === asked.source,
  )
  if (known) return { plan, source: known }
  return fail({
    code: 'invalid-input',
    fields: [{ path: 'source', message: 'The workspace of this plan has no such source.' }],
  })
}
