import { queryOptions } from '@tanstack/react-query'
import { DriftView } from '@/contracts/drift'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'

/** Where Segment, as it was last read, holds something else than was published. */
export const driftQuery = (plan: string) =>
  queryOptions({
    queryKey: ['drift', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.drift(plan), DriftView, signal),
    refetchInterval: 20_000,
  })
