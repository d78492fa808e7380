import type { AlertRuleView } from '@/contracts/alert'
import type { AlertRule } from '@/server/ports/alert-store'
import type { Stores } from '@/server/ports/stores'

/** Rules as they are shown: with names, without addresses and secrets. */
export const alertRuleViews = async (
  { alerts, plans, sources, workspaces }: Stores,
  rules: readonly AlertRule[],
): Promise<AlertRuleView[]> => {
  const named = async <T extends { readonly id: string; readonly name: string }>(
    all: Promise<readonly T[]>,
  ) => {
    const names = new Map((await all).map(({ id, name }) => [id, name]))
    return (id: string) => ({ id, name: names.get(id) ?? id })
  }
  const [workspace, plan, source] = [
    await named(workspaces.list()),
    await named(plans.list()),
    await named(sources.all()),
  ]
  const views: AlertRuleView[] = []
  for (const rule of rules) {
    const [last] = await alerts.deliveries(rule.id, 1)
    views.push({
      id: rule.id,
      workspace: workspace(rule.workspaceId),
      name: rule.name,
      kinds: [...rule.kinds],
      perHour: rule.perHour,
      plan: rule.planId === null ? null : plan(rule.planId),
      source: rule.sourceId === null ? null : source(rule.sourceId),
      event: rule.event,
      channel: rule.channel,
      goesTo: rule.hint,
      paused: rule.pausedAt !== null,
      createdAt: rule.createdAt,
      last: last ? { status: last.status, at: last.triedAt ?? last.createdAt } : null,
    })
  }
  return views
}
