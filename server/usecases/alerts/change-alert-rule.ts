import type { AlertRuleKept, ChangeAlertRule } from '@/contracts/alert'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { sealTarget } from './alert-target'
import { keepAlertRule, requireMail, requirePostable, scopeOf } from './keep-alert-rule'

/** Replaces a rule. Where a new target is given, a webhook has a new secret, shown this once. */
export const changeAlertRule = async (
  ctx: Context,
  input: { readonly id: string } & ChangeAlertRule,
): Promise<AlertRuleKept> => {
  await requirePostable(ctx, input.target)
  return ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'manage-alerts')
    const former = (await stores.alerts.rule(input.id)) ?? fail({ code: 'not-found', what: 'alert rule' })
    if (input.target) requireMail(ctx, input.target.kind)
    const { secret = null, ...target } = input.target ? sealTarget(ctx, input.target) : {}
    const { name, kinds, perHour } = input
    const rule = {
      ...former,
      name,
      kinds,
      perHour,
      ...(await scopeOf(stores, former.workspaceId, input)),
      channel: input.target?.kind ?? former.channel,
      ...target,
      pausedAt: input.paused ? (former.pausedAt ?? ctx.now()) : null,
    }
    return keepAlertRule(ctx, stores, rule, { action: 'alert-rule-changed', secret })
  })
}
