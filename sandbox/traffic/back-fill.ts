import { day, hour } from '@/sandbox/counts/counts'
import type { Metric, Run, Series } from '@/sandbox/counts/series'
import { shareOf, versionsOf } from '@/sandbox/traffic/apps'
import { sendingSources } from '@/sandbox/traffic/make-call'
import { makeRandom, type Random } from '@/sandbox/traffic/random'
import { rulesSentBy } from '@/sandbox/traffic/sample-call'
import { zipfWeights } from '@/sandbox/traffic/zipf'
import type { Plan } from '@/sandbox/world/plan'
import type { Source } from '@/sandbox/world/source'
import type { State } from '@/sandbox/world/state'

const days = 7
const callsPerHour = 6_000
const blockedShare = 0.02

// Few people shop at night, most in the evening.
const ofDay = (at: number) => 0.6 + 0.5 * Math.sin(((new Date(at).getUTCHours() - 11) / 24) * 2 * Math.PI)

const rounded = (expected: number, random: Random) =>
  Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)

const runOf = (series: Series, perHour: number, now: number, random: Random): Run => {
  const from = Math.floor(now / hour) * hour - days * day
  const counts = Array.from({ length: days * 24 }, (_, index) =>
    rounded(perHour * ofDay(from + index * hour) * (0.85 + 0.3 * random.next()), random),
  )
  return { series, from, step: hour, counts }
}

const normalized = (weights: number[]) => {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  return weights.map((weight) => weight / sum)
}

const blockedSeries = (source: Source): Pick<Series, 'eventName' | 'discardReason'>[] => {
  if (source.schema.track?.allowUnplannedEvents === false)
    return ['Blue Button Clicked', 'Red Button Clicked', 'product_viewed'].map((eventName) => ({
      eventName,
      discardReason: 'unplanned',
    }))
  if (source.schema.track?.allowEventOnViolations === false)
    return ['Order Completed', 'Shipment Dispatched'].map((eventName) => ({
      eventName,
      discardReason: 'schema_violation',
    }))
  return []
}

const destinationsOf = ({ destinations }: State, source: Source) =>
  destinations.filter(({ sourceId, enabled }) => enabled && sourceId === source.id)

const runsOf = (state: State, source: Source, plan: Plan, now: number, random: Random): Run[] => {
  const total = callsPerHour * shareOf(source)
  const rules = rulesSentBy(source, plan)
  const perRule = normalized(zipfWeights(rules.length))
  const versions = versionsOf(source)
  const perVersion = normalized(zipfWeights(versions.length))
  const base = { sourceId: source.id }

  const passed = rules.flatMap((rule, index): Run[] => {
    const names = { ...base, eventName: rule.key, eventType: rule.type.toLowerCase() }
    const expected = total * (perRule[index] ?? 0)
    const byVersion = versions.flatMap((appVersion, place): Run[] => {
      const volume = runOf(
        { metric: 'volume', ...names, appVersion },
        expected * (perVersion[place] ?? 0),
        now,
        random,
      )
      return [volume, { ...volume, series: { ...volume.series, metric: 'received' } }]
    })
    const delivered = destinationsOf(state, source).map(({ id }) =>
      runOf({ metric: 'delivered', ...names, destinationId: id }, expected, now, random),
    )
    return [...byVersion, ...delivered]
  })
  const blocked = blockedSeries(source).flatMap((what): Run[] => {
    const series: Series = {
      metric: 'filtered-at-source',
      ...base,
      ...what,
      eventType: 'track',
      appVersion: versions.at(-1),
    }
    const run = runOf(series, (total * blockedShare) / 3, now, random)
    const metric: Metric = 'received'
    return [run, { ...run, series: { ...series, metric, discardReason: undefined } }]
  })
  return [...passed, ...blocked]
}

/** Hourly counts of the past week, so that charts are not empty at the first start. */
export const backFill = (state: State, now: number, seed: number): Run[] => {
  const random = makeRandom(seed)
  return sendingSources(state).flatMap(({ source, plan }) => runsOf(state, source, plan, now, random))
}
