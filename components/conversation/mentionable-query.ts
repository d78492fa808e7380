import { queryOptions } from '@tanstack/react-query'
import { apiPaths } from '@/contracts/paths'
import { MemberView } from '@/contracts/person'
import { getList } from '../data/get-list'

/** The members that one may mean by what was typed after an `@`; more than are offered, to tell namesakes apart. */
export const mentionableQuery = (typed: string) =>
  queryOptions({
    queryKey: ['members', 'named', typed] as const,
    queryFn: ({ signal }) => getList(apiPaths.members({ q: typed, limit: 20 }), MemberView, signal),
    staleTime: 60_000,
  })
