import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { insightRanges } from '@/contracts/insights'

/** The screen's state in the address, for page and screen alike. */
export const insightsFilter = {
  plan: parseAsString,
  workspace: parseAsString,
  days: parseAsStringLiteral(insightRanges).withDefault('90'),
} as const

export type InsightsFilter = inferParserType<typeof insightsFilter>

export const loadInsightsFilter = createLoader(insightsFilter)

/** The filter as the call takes it. A plan says more than its workspace. */
export const insightsQueryOf = ({ plan, workspace, days }: InsightsFilter) => ({
  plan: plan ?? undefined,
  workspace: plan === null ? (workspace ?? undefined) : undefined,
  days,
})
