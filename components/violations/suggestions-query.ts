import { queryOptions } from '@tanstack/react-query'
import { SuggestionList } from '@/contracts/fix'
import { apiPaths } from '@/contracts/paths'
import { getJson } from '../data/get-json'

/** Ways to end a violation; worked out when asked, so not asked again without need. */
export const suggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id, 'suggestions'] as const,
    queryFn: ({ signal }) => getJson(apiPaths.suggestions(id), SuggestionList, signal),
    staleTime: 60_000,
  })
