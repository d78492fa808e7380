import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { PlanView } from '@/contracts/plan'
import { getList } from './get-list'
import { isBeingRead } from './is-being-read'

/** Every plan of every workspace; read again while one of them is being read. */
export const plansQuery = () =>
  queryOptions({
    queryKey: ['plans'] as const,
    queryFn: ({ signal }) => getList(apiPaths.plans(), PlanView, signal),
    refetchInterval: ({ state }) => (state.data?.data.some(isBeingRead) ? 2_000 : false),
  })
