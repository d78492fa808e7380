import type { AlertRuleView } from '@/contracts/alert'
import type { Listing, ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { pageOf } from '../people/page-of'
import { alertRuleViews } from './alert-rule-views'

/** The alert rules of one workspace, or of all, by name. */
export const listAlertRules = (
  ctx: Context,
  { workspace, ...query }: Partial<ListQuery> & { readonly workspace?: string | undefined } = {},
): Promise<Listing<AlertRuleView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-alerts')
    const { data, nextCursor } = pageOf(await stores.alerts.rules(workspace), query)
    return { data: await alertRuleViews(stores, data), nextCursor }
  })
