import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { ImpactView } from '@/contracts/replay'
import { getJson } from '../../data/get-json'
import type { RequestPlace } from '../request-actions'

/** What a request does to recorded traffic; asked again while that is being found out. */
export const impactQuery = ({ plan, number }: RequestPlace, fingerprint: string) =>
  queryOptions({
    queryKey: ['change-request', plan, number, 'impact', fingerprint] as const,
    queryFn: ({ signal }) => getJson(apiPaths.impact(plan, number), ImpactView, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1_000 : 20_000),
  })

const isUnderWay = (impact: ImpactView | undefined): boolean =>
  impact?.check.status === 'queued' || impact?.check.status === 'running'
