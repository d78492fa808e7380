import type { AlertRuleKept, AlertTarget, ChangeAlertRule } from '@/contracts/alert'
import type { AlertRule } from '@/server/ports/alert-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { alertRuleViews } from './alert-rule-views'

/** What of a rule is said by plan, source and event; fails with `invalid-input` for what the workspace does not have. */
export const scopeOf = async (
  { plans, sources }: Stores,
  workspaceId: string,
  { plan, source, event }: Pick<ChangeAlertRule, 'plan' | 'source' | 'event'>,
): Promise<Pick<AlertRule, 'planId' | 'sourceId' | 'event'>> => {
  const found = plan === null ? null : await plans.find(plan)
  const known = source === null ? [] : (await sources.ofWorkspace(workspaceId)).map(({ id }) => id)
  const fields = [
    ...(plan !== null && found?.workspaceId !== workspaceId
      ? [{ path: 'plan', message: 'The workspace has no such plan.' }]
      : []),
    ...(source !== null && !known.includes(source)
      ? [{ path: 'source', message: 'The workspace has no such source.' }]
      : []),
  ]
  if (fields.length > 0) fail({ code: 'invalid-input', fields })
  return { planId: found?.id ?? null, sourceId: source, event }
}

/** Only who has a mail server can send letters. */
export const requireMail = ({ notifier }: Context, kind: AlertRule['channel']): void => {
  if (kind === 'email' && !notifier.canMail)
    fail({
      code: 'invalid-input',
      fields: [
        { path: 'target.kind', message: 'This installation has no mail server: set SMTP_URL and MAIL_FROM.' },
      ],
    })
}

/** Refuses an address that is not posted to while it is typed, and not when the first alert goes out. Asks the network. */
export const requirePostable = async (
  { actor, notifier }: Context,
  target: AlertTarget | undefined,
): Promise<void> => {
  authorize(actor, 'manage-alerts')
  if (target === undefined || target.kind === 'email') return
  const refusal = await notifier.refusalOf(target.url)
  if (refusal !== null) fail({ code: 'invalid-input', fields: [{ path: 'target.url', message: refusal }] })
}

/** Saves a rule and writes it to the audit chain, without where it goes. */
export const keepAlertRule = async (
  ctx: Context,
  stores: Stores,
  rule: AlertRule,
  {
    action,
    secret,
  }: { readonly action: 'alert-rule-created' | 'alert-rule-changed'; readonly secret: string | null },
): Promise<AlertRuleKept> => {
  await stores.alerts.save(rule)
  const { id, workspaceId, name, kinds, channel, hint, pausedAt } = rule
  await stores.audit.append({
    chain: workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action,
    subject: `alert-rule:${id}`,
    details: { name, kinds, channel, to: hint, paused: pausedAt !== null },
  })
  const [view] = await alertRuleViews(stores, [rule])
  return { rule: view ?? fail({ code: 'not-found', what: 'alert rule' }), secret }
}
