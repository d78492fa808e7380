import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { PlanView } from '@/contracts/plan'
import { getJson } from './get-json'
import { isBeingRead } from './is-being-read'

/** One plan; read again while a sync runs, so that its end is seen. */
export const planQuery = (plan: string) =>
  queryOptions({
    queryKey: ['plan', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.plan(plan), PlanView, signal),
    refetchInterval: ({ state }) => (state.data && isBeingRead(state.data) ? 3_000 : false),
  })
