import { InsightsView, ReadInsights } from '../insights'
import { operation } from '../operation'

export const insightOperations = {
  readInsights: operation({
    method: 'GET',
    path: '/insights',
    summary:
      'How tracking went over 30, 90 or 365 days: violations per million events, time to resolve, coverage, described and owned events',
    needs: 'read-violations',
    query: ReadInsights,
    answer: InsightsView,
    status: 200,
  }),
} as const
