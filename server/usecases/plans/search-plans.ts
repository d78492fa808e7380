import type { Listing } from '@/contracts/listing'
import type { SearchHit } from '@/contracts/search'
import { nameRank } from '@/domain/plan/name-rank'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { slicePage } from './slice-page'

type Search = { readonly q: string; readonly limit: number; readonly cursor?: string }

/** Rules that are looked at in a plan; the store gives what is called so first. */
const mostRules = 500
const shownRules = 10

/** Events and properties of every plan's head whose names answer a search, best first. */
export const searchPlans = (ctx: Context, { q, ...page }: Search): Promise<Listing<SearchHit>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    if (q.trim() === '') return { data: [], nextCursor: null }
    const hits: SearchHit[] = []
    for (const plan of await stores.plans.list()) hits.push(...(await hitsIn(stores, plan, q.trim())))
    const { data, nextCursor } = slicePage(hits.sort(bestFirst), idOf, page)
    return { data: [...data], nextCursor }
  })

const hitsIn = async ({ rules: store }: Stores, plan: Plan, search: string): Promise<SearchHit[]> => {
  if (plan.headVersion === null) return []
  const { rules } = await store.page(plan.id, { version: plan.headVersion, search, limit: mostRules })
  const of = { id: plan.id, name: plan.name }
  const events = rules.flatMap((rule): SearchHit[] => {
    const rank = rule.key === null ? null : nameRank(rule.key, search)
    if (rank === null || rule.key === null) return []
    const { description } = rule
    return [{ kind: 'event', name: rule.key, rank, plan: of, rule: identityOf(rule), description }]
  })
  const holders = new Map<string, StoredRule[]>()
  for (const rule of rules)
    for (const name of rule.propertyNames)
      if (nameRank(name, search) !== null) holders.set(name, [...(holders.get(name) ?? []), rule])
  const properties = [...holders].map(
    ([name, having]): SearchHit => ({
      kind: 'property',
      name,
      rank: nameRank(name, search) ?? 3,
      plan: of,
      rules: having.slice(0, shownRules).map(identityOf),
      count: having.length,
    }),
  )
  return [...events, ...properties]
}

const identityOf = ({ type, key, version }: StoredRule) => ({ type, key, version })

/** By rank; then events before properties, what is in more rules before what is in fewer, and by name. */
const bestFirst = (a: SearchHit, b: SearchHit): number =>
  a.rank - b.rank ||
  (a.kind === b.kind ? 0 : a.kind === 'event' ? -1 : 1) ||
  countOf(b) - countOf(a) ||
  (idOf(a) < idOf(b) ? -1 : 1)

const countOf = (hit: SearchHit): number => (hit.kind === 'property' ? hit.count : 0)

const idOf = (hit: SearchHit): string =>
  JSON.stringify([hit.name, hit.kind, hit.plan.id, hit.kind === 'event' ? hit.rule : null])
