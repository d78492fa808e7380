import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { PromotionPreview, TargetLine } from '@/contracts/target'
import { getJson } from '../data/get-json'

/** The line of stages that a plan stands in; read again while a plan of it is still being read from Segment. */
export const targetsQuery = (plan: string) =>
  queryOptions({
    queryKey: ['targets', plan] as const,
    queryFn: ({ signal }) => getJson(apiPaths.targets(plan), TargetLine, signal),
    enabled: plan !== '',
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ headVersion }) => headVersion === null) ? 2_000 : 30_000,
  })

export type AskedPromotion = { readonly version: number | null; readonly exact: boolean }

/** What a promotion would do; what was shown stays until the next answer is there. */
export const promotionQuery = (plan: string, target: string, { version, exact }: AskedPromotion) =>
  queryOptions({
    queryKey: ['promotion', plan, target, version, exact] as const,
    queryFn: ({ signal }) =>
      getJson(
        apiPaths.promotion(plan, target, { version, ...(exact ? { exact } : {}) }),
        PromotionPreview,
        signal,
      ),
    placeholderData: keepPreviousData,
  })
