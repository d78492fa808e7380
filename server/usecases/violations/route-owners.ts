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
  const labelsOf = byLabel ? await labels(stores, planId) : () => []
  await stores.triage.setOwners(
    violations.map(({ id, type, key }) => ({
      id,
      owners: ownersOf(policy.ownerships, { type, key, labels: labelsOf(type, key) }),
    })),
  )
  return violations.length
}

const labels = async (stores: Stores, planId: string) => {
  const plan = await stores.plans.find(planId)
  const head = plan?.headVersion ?? null
  const rules = head === null ? [] : await stores.rules.ofVersion(planId, head)
  const known = new Map<string, [string, string][]>()
  for (const rule of rules) {
    const place = placeOf(rule.type, rule.key)
    known.set(place, [...(known.get(place) ?? []), ...Object.entries(rule.labels)])
  }
  return (type: StoredRule['type'], key: string | null) => known.get(placeOf(type, key)) ?? []
}

const placeOf = (type: string, key: string | null): string => JSON.stringify([type, key])
