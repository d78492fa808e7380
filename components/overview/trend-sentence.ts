import type { OverviewView } from '@/contracts/overview'

type Trend = OverviewView['trend']

/** The two weeks in words; the rate counts only days whose volume Segment has told, and what it blocked as sent. */
export const trendSentence = (trend: Trend): string => {
  const seen = sum(trend, ({ violations }) => violations)
  const blocked = sum(trend, (day) => day.blocked)
  const counted = trend.filter(({ volume }) => volume !== null)
  const volume = sum(counted, (day) => (day.volume ?? 0) + day.blocked)
  const rate = volume > 0 ? (sum(counted, ({ violations }) => violations) / volume) * 1_000_000 : 0
  return [
    seen === 0
      ? 'None has arrived in the last 14 days.'
      : `${seen.toLocaleString('en')} in the last 14 days${rate >= 1 ? `, ${Math.round(rate).toLocaleString('en')} per million events` : ''}.`,
    ...(blocked > 0 ? [`Segment blocked ${blocked.toLocaleString('en')} events.`] : []),
  ].join(' ')
}

const sum = (trend: Trend, amount: (day: Trend[number]) => number) =>
  trend.reduce((total, day) => total + amount(day), 0)
