import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { SearchParams } from 'nuqs/server'
import { ifFound } from '@/app/_entry/if-found'
import { pageContext } from '@/app/_entry/page-context'
import { Hydrated } from '@/components/data/hydrated'
import { planQuery } from '@/components/data/plan-query'
import { makeQueryClient } from '@/components/data/query-client'
import { loadEventParams } from '@/components/event/event-params'
import {
  ruleBlameQuery,
  ruleHistoryQuery,
  ruleQuery,
  ruleViolationsQuery,
} from '@/components/event/event-queries'
import { EventScreen } from '@/components/event/event-screen'
import { ruleTitle } from '@/components/ui/rule-title'
import { defaultLimit } from '@/contracts/listing'
import { isRuleType } from '@/domain/plan/rule-id'
import { listRules } from '@/server/usecases/plans/list-rules'
import { readPlan } from '@/server/usecases/plans/read-plan'
import { readRule } from '@/server/usecases/plans/read-rule'
import { readRuleBlame } from '@/server/usecases/plans/read-rule-blame'
import { readRuleHistory } from '@/server/usecases/plans/read-rule-history'
import { listViolations } from '@/server/usecases/violations/list-violations'
import { createChangeRequest, repair, saveEdits } from './actions'

type Props = {
  readonly params: Promise<{ plan: string; type: string }>
  readonly searchParams: Promise<SearchParams>
}

export const generateMetadata = async ({ params, searchParams }: Props): Promise<Metadata> => ({
  title: ruleTitle({ type: (await params).type, key: (await loadEventParams(searchParams)).key }),
})

export default async function EventPage({ params, searchParams }: Props) {
  const { plan, type } = await params
  if (!isRuleType(type)) notFound()
  const { key, version, v, tab } = await loadEventParams(searchParams)
  const ctx = await pageContext()
  const at = v ?? undefined
  const first = async () =>
    (await listRules(ctx, { plan, type, key: key ?? undefined, version: at, limit: 1 })).data[0]
  const rule = { type, key, version: version ?? (await first())?.version ?? 1 }
  const place = { plan, rule }
  const queries = makeQueryClient()
  const detail = await ifFound(() => readRule(ctx, { plan, rule, version: at }))
  if (detail) {
    queries.setQueryData(ruleQuery(place, v).queryKey, detail)
    await Promise.all([
      queries.prefetchQuery({ ...planQuery(plan), queryFn: () => readPlan(ctx, { plan }) }),
      queries.prefetchInfiniteQuery({
        ...ruleViolationsQuery(place),
        queryFn: () => listViolations(ctx, { plan, type, key: key ?? undefined, limit: defaultLimit }),
      }),
      tab === 'history' &&
        queries.prefetchQuery({
          ...ruleHistoryQuery(place, v),
          queryFn: () => readRuleHistory(ctx, { plan, rule, version: at }),
        }),
      tab === 'history' &&
        queries.prefetchQuery({
          ...ruleBlameQuery(place, v),
          queryFn: () => readRuleBlame(ctx, { plan, rule, version: at }),
        }),
    ])
  }
  return (
    <Hydrated queries={queries}>
      <EventScreen
        place={place}
        isInPlan={detail !== null}
        actions={{ createChangeRequest, repair, saveEdits }}
      />
    </Hydrated>
  )
}
