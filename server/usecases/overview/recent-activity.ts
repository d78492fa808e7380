import type { OverviewView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import type { AuditEntry } from '@/server/ports/audit-store'
import type { Stores } from '@/server/ports/stores'
import { actionSentence } from '../change-requests/request-actions'

type Activity = OverviewView['activity'][number]

const shown = 12
/** Some entries of the chain are no news; more are read than shown. */
const read = 60

/** What happened lately in any workspace, newest first. */
export const recentActivity = async ({ audit, plans, workspaces }: Stores): Promise<Activity[]> => {
  const chains = (await workspaces.list()).map(({ id }) => id)
  const planNames = new Map((await plans.list()).map(({ id, name }) => [id, name]))
  const { entries } = await audit.recent({ chains, limit: read })
  return entries.flatMap((entry) => activityOf(entry, planNames)).slice(0, shown)
}

const activityOf = (entry: AuditEntry, planNames: ReadonlyMap<string, string>): Activity[] => {
  const { at, actor, action, details } = entry
  const [kind, planId = '', number = ''] = entry.subject.split(':')
  const plan = planNames.get(planId)
  const common = { at, by: actor.name, kind: action }
  if (kind === 'change-request' && plan !== undefined) {
    const sentence = actionSentence(action, details)
    if (sentence === null) return reviewed(entry, plan, common)
    return [
      {
        ...common,
        sentence: `#${number} in ${plan}: ${sentence}`,
        href: pages.changeRequest(planId, Number(number)),
      },
    ]
  }
  if (kind === 'plan' && plan !== undefined && action === 'plan-imported')
    return [
      { ...common, sentence: `${plan}: first import of ${details.rules} rules`, href: pages.catalog(planId) },
    ]
  if (kind === 'plan' && plan !== undefined && action === 'plan-change-seen')
    return [
      { ...common, sentence: `${plan}: Segment holds something else than before`, href: pages.drift(planId) },
    ]
  if (action === 'workspace-connected')
    return [{ ...common, sentence: 'connected the workspace', href: pages.settings('workspaces') }]
  return []
}

const reviewed = (
  entry: AuditEntry,
  plan: string,
  common: Pick<Activity, 'at' | 'by' | 'kind'>,
): Activity[] => {
  const [, planId = '', number = ''] = entry.subject.split(':')
  return [
    {
      ...common,
      sentence: `#${number} in ${plan}: reviewed it`,
      href: pages.changeRequest(planId, Number(number)),
    },
  ]
}
