import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { VersionView } from '@/contracts/plan'
import { getList } from '../data/get-list'

/** The newest versions of a plan, for the picker. All of them are on the versions page. */
export const recentVersions = (plan: string) =>
  queryOptions({
    queryKey: ['versions', plan, 'recent'] as const,
    queryFn: ({ signal }) => getList(apiPaths.versions(plan, { limit: 20 }), VersionView, signal),
  })
