import type { AlertRuleKept, CreateAlertRule } from '@/contracts/alert'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { sealTarget } from './alert-target'
import { keepAlertRule, requireMail, requirePostable, scopeOf } from './keep-alert-rule'

/** A rule that tells somebody of violations from now on. The secret of a webhook is shown this once. */
export const createAlertRule = async (ctx: Context, input: CreateAlertRule): Promise<AlertRuleKept> => {
  await requirePostable(ctx, input.target)
  return ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-alerts')
    const { id: workspaceId } =
      (await stores.workspaces.find(input.workspace)) ?? fail({ code: 'not-found', what: 'workspace' })
    requireMail(ctx, input.target.kind)
    const { secret, ...target } = sealTarget(ctx, input.target)
    const { name, kinds, perHour } = input
    const rule = {
      id: ctx.newId(),
      workspaceId,
      name,
      kinds,
      perHour,
      ...(await scopeOf(stores, workspaceId, input)),
      channel: input.target.kind,
      ...target,
      pausedAt: null,
      createdAt: ctx.now(),
    }
    return keepAlertRule(ctx, stores, rule, { action: 'alert-rule-created', secret })
  })
}
