import { ownersOf } from '@/domain/review/ownership'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'

const atOnce = 500

/** Looks up the groups that answer for violations that are new, or whose plan changed its rules or owners. */
export const routeOwners = async (ctx: Context): Promise<void> => {
  const planIds = await ctx.transaction(({ triage }) => triage.unroutedPlans())
  for (const planId of planIds) {
    let routed: number
    do routed = await ctx.transaction((stores) => routeSome(stores, planId))
    while (routed === atOnce)
  }
}

/** The same for some violations of one plan. Returns how many there were. */
const routeSome = async (stores: Stores, planId: string): Promise<number> => {
  const violations = await stores.triage.lockUnrouted(planId, atOnce)
  const { policy } = await stores.policies.find(planId)
  const byLabel = policy.ownerships.some(({ label }) => label !== null)
  const labelsOf = byLabel ? await labels(stores, planId, violations) : () => []
  await stores.triage.setOwners(
    violations.map(({ id, type, key }) => ({
      id,
      owners: ownersOf(policy.ownerships, { type, key, labels: labelsOf({ type, key }) }),
    })),
  )
  return violations.length
}

type Named = Pick<StoredRule, 'type' | 'key'>

/** The labels of the rules that some violations are of; of all versions of an event together. */
const labels = async (stores: Stores, planId: string, named: readonly Named[]) => {
  const head = (await stores.plans.find(planId))?.headVersion ?? null
  const known = new Map<string, [string, string][]>()
  if (head === null) return () => []
  for (const type of new Set(named.map(({ type }) => type))) {
    const keys = [
      ...new Set(named.flatMap(({ type: of, key }) => (of === type && key !== null ? [key] : []))),
    ]
    for (const rule of await stores.rules.judging(planId, head, { type, keys })) {
      if (rule.type !== type) continue
      const place = placeOf(rule)
      known.set(place, [...(known.get(place) ?? []), ...Object.entries(rule.labels)])
    }
  }
  return (of: Named) => known.get(placeOf(of)) ?? []
}

const placeOf = ({ type, key }: Named): string => JSON.stringify([type, key])
