import type { Listing } from '@/contracts/listing'
import type { CatalogRow } from '@/contracts/rule'
import type { RuleType } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'
import { authorize } from '../authorize'
import { type CatalogCounts, catalogCounts } from './catalog-counts'
import { catalogRow } from './catalog-row'
import { findPlan, versionAsked } from './find-plan'
import { slicePage } from './slice-page'

export type ListCatalog = {
  readonly plan: string
  readonly version?: number
  readonly type?: RuleType
  readonly q?: string
  readonly has?: 'violations' | 'changes' | 'defects'
  readonly limit: number
  readonly cursor?: string
}

/** A version of a plan (head when absent) as a table: no schemas, but what is going on with each rule. */
export const listCatalog = (ctx: Context, input: ListCatalog): Promise<Listing<CatalogRow>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, input.plan)
    const version = versionAsked(plan, input.version)
    if (version === null) return { data: [], nextCursor: null }
    const counts = await catalogCounts(stores, plan.id, ctx.now())
    const page = input.has
      ? await pageHaving(stores, plan.id, { ...input, version }, input.has, counts)
      : await stores.rules.page(plan.id, {
          ...queryOf(input),
          version,
          limit: input.limit,
          cursor: input.cursor,
        })
    return { data: page.rules.map((rule) => catalogRow(rule, counts)), nextCursor: page.nextCursor }
  })

const queryOf = ({ type, q }: ListCatalog) => ({ type, search: q })

const readAtOnce = 1_000

/** What a rule "has" lies beside the rules, so these are looked through; few have any. */
const pageHaving = async (
  { rules }: Stores,
  planId: string,
  input: ListCatalog & { readonly version: number },
  has: NonNullable<ListCatalog['has']>,
  counts: CatalogCounts,
) => {
  const found: StoredRule[] = []
  let cursor: string | undefined
  do {
    const query = { ...queryOf(input), version: input.version, limit: readAtOnce, cursor }
    const page = await rules.page(planId, query)
    found.push(...page.rules.filter((rule) => isThere[has](catalogRow(rule, counts))))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  const { data, nextCursor } = slicePage(found, ruleKey, input)
  return { rules: data, nextCursor }
}

const isThere: Readonly<Record<NonNullable<ListCatalog['has']>, (row: CatalogRow) => boolean>> = {
  violations: ({ openViolations }) => openViolations > 0,
  changes: ({ openChangeRequests }) => openChangeRequests.length > 0,
  defects: ({ defects }) => defects > 0,
}
