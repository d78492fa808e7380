import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'

/** Takes a rule away; what it has on its way is not sent any more. */
export const deleteAlertRule = (ctx: Context, { id }: { readonly id: string }): Promise<null> =>
  ctx.transaction(async ({ alerts, audit }) => {
    authorize(ctx.actor, 'manage-alerts')
    const rule = (await alerts.rule(id)) ?? fail({ code: 'not-found', what: 'alert rule' })
    await alerts.remove(id)
    await audit.append({
      chain: rule.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'alert-rule-deleted',
      subject: `alert-rule:${id}`,
      details: { name: rule.name },
    })
    return null
  })
