import { z } from 'zod'
import { type RuleId, ruleTypes } from '@/domain/plan/rule'
import { compareRuleIds } from '@/domain/plan/rule-id'
import type { RuleQuery, RuleStore } from '@/server/ports/rule-store'
import type { Client } from '../client'
import { Prisma, type Rule as Row } from '../generated/client'
import { CursorText, decodeCursor } from '../rows/cursor'
import { containing } from '../rows/like-pattern'
import { pageOf } from '../rows/page-of'
import { findRule, namesAlike, plannedNames, rulesJudging } from './rule-lookup'
import { ruleColumns, toRuleId, toStoredRule, typePosition } from './rule-rows'
import { findHolders, findNames, nameRank } from './rule-search'
import { writeVersion } from './write-version'

export const ruleStore = (client: Client, newId: () => string): RuleStore => ({
  ofVersion: async (planId, version) =>
    (await client.rule.findMany({ where: standingAt(planId, version) }))
      .map(toStoredRule)
      .sort(compareRuleIds),
  between: async (planId, from, to) => ({
    gone: await standingInOne(client, planId, from, to),
    come: await standingInOne(client, planId, to, from),
  }),
  page: (planId, query) => page(client, planId, query),
  find: (planId, version, id) => findRule(client, planId, version, id),
  judging: (planId, version, asked) => rulesJudging(client, planId, version, asked),
  namesAlike: (planId, version, name) => namesAlike(client, planId, version, name),
  plannedNames: (planId, version) => plannedNames(client, planId, version),
  history: async (planId, lineageId) =>
    (await client.rule.findMany({ where: { planId, lineageId }, orderBy: { fromVersion: 'desc' } })).map(
      toStoredRule,
    ),
  managed: async (planId) => {
    const rows = await client.rule.findMany({
      where: { planId },
      select: { type: true, key: true, version: true },
      distinct: ['type', 'key', 'version'],
    })
    return rows.map(toRuleId).sort(compareRuleIds)
  },
  findNames: (planId, version, search) => findNames(client, planId, version, search),
  findHolders: (planId, version, asked) => findHolders(client, planId, version, asked),
  names: (planId, version) => names(client, planId, version),
  countAt: (planId, version) => client.rule.count({ where: standingAt(planId, version) }),
  undescribedAt: (planId, version) =>
    client.rule.count({ where: { ...standingAt(planId, version), type: 'TRACK', description: '' } }),
  defectiveAt: (planId, version) =>
    client.rule.count({ where: { ...standingAt(planId, version), defectCount: { gt: 0 } } }),
  writeVersion: (planId, write) => writeVersion(client, newId, planId, write),
})

const standingAt = (planId: string, version: number) =>
  ({
    planId,
    fromVersion: { lte: version },
    OR: [{ toVersion: null }, { toVersion: { gt: version } }],
  }) satisfies Prisma.RuleWhereInput

/** Rules of a version that another version does not hold. One that stands unchanged in both is one and the same row. */
const standingInOne = async (client: Client, planId: string, version: number, other: number) =>
  (
    await client.rule.findMany({
      where: { ...standingAt(planId, version), NOT: standingAt(planId, other) },
    })
  )
    .map(toStoredRule)
    .sort(compareRuleIds)

const names = async (client: Client, planId: string, version: number) => {
  const rows = await client.$queryRaw<(Pick<Row, 'type' | 'key' | 'version'> & { lineage: string })[]>`
    select distinct lineage_id as lineage, type, key, version from rule
    where plan_id = ${planId} and from_version <= ${version} and lineage_id in (
      select lineage_id from rule where plan_id = ${planId} and from_version <= ${version}
      group by lineage_id having count(distinct key) > 1)
    order by lineage_id, type, key, version`
  const byLineage = new Map<string, RuleId[]>()
  for (const { lineage, ...row } of rows)
    byLineage.set(lineage, [...(byLineage.get(lineage) ?? []), toRuleId(row)])
  return byLineage
}

const page = async (client: Client, planId: string, query: RuleQuery) => {
  const after = decodeCursor(query.cursor, RuleCursor)
  const rank = query.search === undefined ? Prisma.sql`0` : nameRank(query.search)
  const rows = await client.$queryRaw<(Row & { readonly rank: number })[]>`
    select ${rank} as rank, ${ruleColumns}
    from rule
    where plan_id = ${planId} and from_version <= ${query.version}
      and (to_version is null or to_version > ${query.version})
      ${query.type === undefined ? Prisma.empty : Prisma.sql`and type = ${query.type}`}
      ${query.key === undefined ? Prisma.empty : Prisma.sql`and key = ${query.key}`}
      ${query.search === undefined ? Prisma.empty : matching(query.search)}
      ${
        after === null
          ? Prisma.empty
          : Prisma.sql`and (${rank}, ${typePosition}, coalesce(key, '') collate "C", version)
              > (${after[0]}::int, ${after[1]}::int, ${after[2]}::text collate "C", ${after[3]}::int)`
      }
    order by rank, ${typePosition}, coalesce(key, '') collate "C", version
    limit ${query.limit + 1}`
  const { rows: shown, nextCursor } = pageOf(rows, query.limit, (row) => [
    row.rank,
    typeNumber(row.type),
    row.key ?? '',
    row.version,
  ])
  return { rules: shown.map(toStoredRule), nextCursor }
}

// Counted from 1, as array_position does.
const typeNumber = (type: string): number => (ruleTypes as readonly string[]).indexOf(type) + 1

const RuleCursor = z.tuple([
  z.int().min(0).max(2),
  z.int().min(1).max(ruleTypes.length),
  CursorText,
  z.int32(),
])

const matching = (search: string) => {
  const pattern = containing(search)
  return Prisma.sql`and (key ilike ${pattern} or description ilike ${pattern}
    or exists (select 1 from unnest(property_names) as name where name ilike ${pattern})
    or exists (select 1 from jsonb_each_text(labels) as label where label.key ilike ${pattern}
      or label.value ilike ${pattern}))`
}
