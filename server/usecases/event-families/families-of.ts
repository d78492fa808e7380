import { isJsonObject, type JsonObject } from '@/domain/plan/json'
import { type EventFamily, eventFamilies } from '@/domain/traffic/event-families'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { CallName, RecordedCall } from '@/server/ports/traffic-store'
import { headOf } from '../change-requests/open-request'
import { findPlan } from '../plans/find-plan'

export type PlanFamilies = {
  readonly plan: Plan
  readonly base: number
  /** Names of track events that the plan holds. */
  readonly planned: readonly string[]
  readonly families: readonly EventFamily[]
}

const mostSampled = 200
const callsSampled = 1_000
const mostCounted = 50_000
/** As long as Segment tells blocked events. */
const countedMs = 30 * 24 * 3_600_000

/**
 * Dynamic names of track calls in what a plan's sources send: of recorded traffic, of what Segment counted, and of
 * violations for events that nobody planned. Recorded calls tell which property carries the value already.
 */
export const familiesOf = (ctx: Context, named: string): Promise<PlanFamilies> =>
  ctx.transaction(async (stores) => {
    const plan = await findPlan(stores, named)
    const base = headOf(plan)
    const { events: planned, properties } = await stores.rules.plannedNames(plan.id, base)
    const counts = new Map<string, number>()
    for (const { of, received } of await stores.traffic.strata(plan.id))
      if (of?.callType === 'track' && of.event !== null)
        counts.set(of.event, (counts.get(of.event) ?? 0) + received)
    // The same calls may be counted there and here: the larger count holds them all.
    const since = new Date(Date.parse(ctx.now()) - countedMs).toISOString()
    const asked = { eventType: 'track', since, limit: mostCounted }
    for (const { name, count } of await stores.sources.namesCounted(plan.id, asked))
      counts.set(name, Math.max(counts.get(name) ?? 0, count))
    for (const { type, key, count } of await stores.violations.openByRule(plan.id))
      if (type === 'TRACK' && key !== null && !counts.has(key)) counts.set(key, count)
    const seen = [...counts].map(([name, count]) => ({ name, count, samples: [] }))
    const found = eventFamilies(seen, planned, properties)
    // Only members are worth a look at their calls, and a few of them tell.
    const members = found.flatMap((family) => family.members.slice(0, 3)).slice(0, mostSampled)
    if (members.length === 0) return { plan, base, planned, families: found }
    const events = members.map(({ name }): CallName => ({ callType: 'track', event: name }))
    const { calls } = await stores.traffic.page(plan.id, { events, limit: callsSampled })
    const samples = samplesOf(calls)
    const families = eventFamilies(
      seen.map(({ name, count }) => ({ name, count, samples: samples.get(name) ?? [] })),
      planned,
      properties,
    )
    return { plan, base, planned, families }
  })

const samplesOf = (calls: readonly RecordedCall[]): ReadonlyMap<string, readonly JsonObject[]> => {
  const samples = new Map<string, JsonObject[]>()
  for (const { event, call } of calls) {
    if (event === null || !isJsonObject(call) || !isJsonObject(call.properties)) continue
    const known = samples.get(event)
    if (known) known.push(call.properties)
    else samples.set(event, [call.properties])
  }
  return samples
}
