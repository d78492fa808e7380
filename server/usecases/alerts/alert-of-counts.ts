import { pages } from '@/contracts/paths'
import { blockedWords, violationWords } from '@/domain/alerts/alert-message'
import { isInScope } from '@/domain/alerts/alert-scope'
import { isSpike } from '@/domain/alerts/spike'
import type { AlertRule } from '@/server/ports/alert-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { addAlert } from './add-alert'
import { linkTo, openAddress, subjectOf } from './alert-of-moments'
import { alertedViolation } from './alerted-violation'

const hourMs = 60 * 60_000

/** Segment tells what it blocked up to hours later. */
const blockedHours = 12

/**
 * Alerts of what only counts tell: violations that arrive far more often than before, in this hour or the last, and
 * sources that have begun to block. Each hour of each is alerted of once a rule.
 */
export const alertOfCounts = async (ctx: Context): Promise<void> => {
  const rules = await ctx.transaction(({ alerts }) => alerts.rules())
  for (const rule of rules.filter(({ pausedAt }) => pausedAt === null))
    await ctx.transaction(async (stores) => {
      if (rule.kinds.includes('spike') && rule.perHour !== null)
        for (const back of [1, 0])
          await alertOfSpikes(ctx, stores, { ...rule, perHour: rule.perHour }, hoursAgo(ctx, back))
      if (rule.kinds.includes('blocked')) await alertOfBlocked(ctx, stores, rule)
    })
}

const hoursAgo = ({ now }: Pick<Context, 'now'>, hours: number): string =>
  new Date(Math.floor(Date.parse(now()) / hourMs) * hourMs - hours * hourMs).toISOString()

const alertOfSpikes = async (
  ctx: Context,
  stores: Stores,
  rule: AlertRule & { readonly perHour: number },
  hour: string,
) => {
  const busy = await stores.alerts.busyHours(rule.workspaceId, hour, rule.perHour)
  for (const each of busy.filter((one) => isSpike(one, rule.perHour))) {
    const view = await stores.violations.find(each.violationId, ctx.now())
    if (view === null || view.status === 'ignored') continue
    const violation = alertedViolation(view)
    if (!isInScope(rule, subjectOf(violation))) continue
    await addAlert(ctx, stores, rule, {
      cause: `spike:${each.violationId}:${hour}`,
      kind: 'spike',
      at: hour,
      ...violationWords('spike', violation, each),
      link: linkTo(ctx, violation),
      violation,
      blocked: null,
      toAddress: await openAddress(ctx, stores, rule, view),
    })
  }
}

/** Blocked events are counted by source; a rule about a plan covers the sources that it judges. */
const alertOfBlocked = async (ctx: Context, stores: Stores, rule: AlertRule) => {
  const began = await stores.alerts.beganToBlock(rule.workspaceId, hoursAgo(ctx, blockedHours))
  if (began.length === 0) return
  const sources = new Map(
    (await stores.sources.ofWorkspace(rule.workspaceId)).map((source) => [source.id, source]),
  )
  for (const { sourceId, hour, count } of began) {
    const source = sources.get(sourceId)
    const isAbout =
      (rule.planId === null || source?.planId === rule.planId) &&
      (rule.sourceId === null || rule.sourceId === sourceId)
    if (!source || !isAbout) continue
    const blocked = { source: { id: source.id, name: source.name }, hour, count }
    await addAlert(ctx, stores, rule, {
      cause: `blocked:${sourceId}:${hour}`,
      kind: 'blocked',
      at: hour,
      ...blockedWords(blocked),
      link: `${ctx.appUrl}${pages.violations()}`,
      violation: null,
      blocked,
      toAddress: null,
    })
  }
}
