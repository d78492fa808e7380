import type { Listing } from '@/contracts/listing'
import type { SearchHit } from '@/contracts/search'
import { nameRank } from '@/domain/plan/name-rank'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { slicePage } from './slice-page'

type Search = { readonly q: string; readonly limit: number; readonly cursor?: string }

const shownRules = 10

/** Events and properties of every plan's head whose names answer a search, best first. */
export const searchPlans = (ctx: Context, { q, ...page }: Search): Promise<Listing<SearchHit>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const search = q.trim()
    if (search === '') return { data: [], nextCursor: null }
    const plans = new Map((await stores.plans.list()).map((plan) => [plan.id, plan]))
    const hits: SearchHit[] = []
    for (const plan of plans.values()) hits.push(...(await hitsIn(stores, plan, search)))
    const { data, nextCursor } = slicePage(hits.sort(bestFirst), idOf, page)
    return { data: await withHolders(stores, plans, data, search), nextCursor }
  })

const hitsIn = async (
  { rules }: Stores,
  { id, name: planName, headVersion }: Plan,
  search: string,
): Promise<SearchHit[]> => {
  if (headVersion === null) return []
  const found = await rules.findNames(id, headVersion, search)
  const plan = { id, name: planName }
  const events = found.events.flatMap(({ rule, description }): SearchHit[] => {
    const rank = rule.key === null ? null : nameRank(rule.key, search)
    if (rank === null || rule.key === null) return []
    return [{ kind: 'event', name: rule.key, rank, plan, rule, description }]
  })
  const properties = found.properties.flatMap(({ name, count }): SearchHit[] => {
    const rank = nameRank(name, search)
    return rank === null ? [] : [{ kind: 'property', name, rank, plan, rules: [], count }]
  })
  return [...events, ...properties]
}

/** Looked up for those that are shown only. */
const withHolders = async (
  { rules }: Stores,
  plans: ReadonlyMap<string, Plan>,
  hits: readonly SearchHit[],
  search: string,
): Promise<SearchHit[]> => {
  const holders = new Map<string, Awaited<ReturnType<typeof rules.findHolders>>>()
  for (const { id, headVersion } of plans.values()) {
    const names = hits.flatMap(({ kind, name, plan }) =>
      kind === 'property' && plan.id === id ? [name] : [],
    )
    if (names.length > 0 && headVersion !== null)
      holders.set(id, await rules.findHolders(id, headVersion, { names, search, limit: shownRules }))
  }
  return hits.map((hit) =>
    hit.kind === 'event' ? hit : { ...hit, rules: [...(holders.get(hit.plan.id)?.get(hit.name) ?? [])] },
  )
}

/** By rank; then events before properties, what is in more rules before what is in fewer, and by name. */
const bestFirst = (a: SearchHit, b: SearchHit): number =>
  a.rank - b.rank ||
  (a.kind === b.kind ? 0 : a.kind === 'event' ? -1 : 1) ||
  countOf(b) - countOf(a) ||
  (idOf(a) < idOf(b) ? -1 : 1)

const countOf = (hit: SearchHit): number => (hit.kind === 'property' ? hit.count : 0)

const idOf = (hit: SearchHit): string =>
  JSON.stringify([hit.name, hit.kind, hit.plan.id, hit.kind === 'event' ? hit.rule : null])
