import type { OverviewView } from '@/contracts/overview'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { summaryOfFacts } from '../change-requests/change-request-view'
import { factsOf, surroundingsIn } from '../change-requests/request-facts'
import { skimChangeRequest } from '../change-requests/skim-change-request'
import { planViews } from '../plans/plan-views'
import { targetLines } from '../targets/target-lines'
import { recentActivity } from './recent-activity'
import { suggestionsFor } from './suggestions-for'
import { violationTrend } from './violation-trend'
import { waitingForMe } from './waiting-for-me'

const shown = 8

/** Whether tracking is healthy and what waits for the person who asks. */
export const readOverview = (ctx: Context): Promise<OverviewView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plans = await planViews(ctx, stores, await stores.plans.list())
    const waiting = await waitingForMe(ctx, stores)
    const openViolations = await stores.violations.countOpen()
    return {
      plans,
      lines: await targetLines(ctx, stores),
      waitingForMe: await summaries(ctx, stores, waiting.slice(0, shown)),
      mine: await summaries(ctx, stores, await myOpen(stores, ctx.actor.personId)),
      openViolations,
      triage: await triageOf(ctx, stores),
      trend: await violationTrend(stores, ctx.now()),
      activity: await recentActivity(stores),
      suggestions: await suggestionsFor(stores, ctx.actor, {
        plans,
        waiting: waiting.length,
        openViolations,
      }),
    }
  })

const regressionsShown = 5

const triageOf = async (ctx: Context, stores: Stores): Promise<OverviewView['triage']> => {
  const open = { statuses: ['open'] } as const
  const { me, groups } = await stores.board.counts(open, ctx.actor.personId ?? '')
  const { rows } = await stores.board.page(
    { filter: { ...open, regressed: true }, sort: 'last-seen', bundled: true, limit: regressionsShown },
    ctx.now(),
  )
  return {
    me,
    groups,
    regressed: rows.map(({ id, rule, pointer, type, regressedAt }) => ({
      id,
      rule,
      pointer,
      type,
      regressedAt,
    })),
  }
}

const myOpen = async (
  { changeRequests }: Stores,
  authorId: string | null,
): Promise<readonly ChangeRequest[]> => {
  if (authorId === null) return []
  const page = await changeRequests.page({
    authorId,
    statuses: ['draft', 'in-review', 'changes-requested', 'approved', 'publishing', 'publish-failed'],
    limit: shown,
  })
  return page.requests
}

const summaries = async (ctx: Context, stores: Stores, requests: readonly ChangeRequest[]) => {
  const around = await surroundingsIn(ctx, stores)
  const views: OverviewView['mine'] = []
  for (const { planId, number } of requests)
    views.push(
      summaryOfFacts(
        ctx.actor,
        await factsOf(await skimChangeRequest(ctx, stores, { plan: planId, number }), around),
      ),
    )
  return views
}
