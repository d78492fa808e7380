import { pages } from '@/contracts/paths'
import type { ViolationView } from '@/contracts/violation'
import { kindOfMoment } from '@/domain/alerts/alert-kind'
import { type AlertedViolation, violationWords } from '@/domain/alerts/alert-message'
import { isInScope } from '@/domain/alerts/alert-scope'
import type { AlertRule, QueuedMoment } from '@/server/ports/alert-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { addAlert } from './add-alert'
import { openTarget } from './alert-target'
import { alertedViolation } from './alerted-violation'

const batch = 100

/**
 * Turns what happened to violations into alerts: for each moment one of each rule that asks for it. The moments leave
 * the queue in the transaction that adds the alerts, so none is lost and none comes twice, however many workers there
 * are and wherever one is killed.
 */
export const alertOfMoments = async (ctx: Context): Promise<void> => {
  for (;;) {
    const taken = await ctx.transaction(async (stores) => {
      const moments = await stores.alerts.takeMoments(batch)
      const rules = moments.length === 0 ? [] : await stores.alerts.rules()
      for (const moment of moments) await alertOf(ctx, stores, rules, moment)
      return moments.length
    })
    if (taken < batch) return
  }
}

const alertOf = async (ctx: Context, stores: Stores, rules: readonly AlertRule[], moment: QueuedMoment) => {
  const kind = kindOfMoment(moment)
  if (kind === null || kind === 'blocked') return
  const asking = rules.filter(({ kinds, pausedAt }) => pausedAt === null && kinds.includes(kind))
  const view = asking.length === 0 ? null : await stores.violations.find(moment.violationId, ctx.now())
  const plan = view && (await stores.plans.find(view.plan.id))
  if (view === null || plan === null) return
  const violation = alertedViolation(view)
  for (const rule of asking)
    if (rule.workspaceId === plan.workspaceId && isInScope(rule, subjectOf(violation)))
      await addAlert(ctx, stores, rule, {
        cause: moment.id,
        kind,
        at: moment.at,
        ...violationWords(kind, violation),
        link: linkTo(ctx, violation),
        violation,
        blocked: null,
        toAddress: await openAddress(ctx, stores, rule, view),
      })
}

export const subjectOf = ({ plan, sources, rule }: AlertedViolation) => ({
  planId: plan.id,
  sourceIds: sources.map(({ id }) => id),
  event: rule.key ?? rule.type,
})

export const linkTo = ({ appUrl }: Pick<Context, 'appUrl'>, { id }: Pick<AlertedViolation, 'id'>): string =>
  `${appUrl}${pages.violation(id)}`

/** Whom a letter goes to besides those that the rule names. */
export const openAddress = async (
  ctx: Context,
  { people }: Stores,
  rule: AlertRule,
  { assigneeId }: Pick<ViolationView, 'assigneeId'>,
): Promise<string | null> => {
  if (rule.channel !== 'email' || assigneeId === null) return null
  const target = openTarget(ctx, rule.targetSealed)
  return target.kind === 'email' && target.assignee ? ((await people.find(assigneeId))?.email ?? null) : null
}
