import { createLoader, type inferParserType, parseAsString } from 'nuqs/server'

/** The list's state in the address, for page and screen alike. */
export const sourceFilter = { q: parseAsString.withDefault(''), plan: parseAsString } as const

export type SourceFilter = inferParserType<typeof sourceFilter>

export const loadSourceFilter = createLoader(sourceFilter)

/** The filter as the list call takes it. */
export const sourceQueryOf = ({ q, plan }: SourceFilter) => ({
  q: q.trim() || undefined,
  plan: plan ?? undefined,
})
