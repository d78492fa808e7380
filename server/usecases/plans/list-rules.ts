import type { Listing } from '@/contracts/listing'
import type { ListRules, RuleView } from '@/contracts/rule'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan, versionAsked } from './find-plan'
import { ruleView } from './rule-view'

/** Rules of a version (head when absent), ordered by type, key and version. */
export const listRules = (
  ctx: Context,
  { plan: id, version: asked, q, ...query }: { readonly plan: string } & ListRules,
): Promise<Listing<RuleView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, id)
    const version = versionAsked(plan, asked)
    if (version === null) return { data: [], nextCursor: null }
    const { type, key, limit, cursor } = query
    const page = await stores.rules.page(plan.id, { version, type, key, search: q, limit, cursor })
    return { data: page.rules.map(ruleView), nextCursor: page.nextCursor }
  })
