import type { RuleId } from '@/domain/plan/rule'
import type { FoundNames } from '@/server/ports/rule-store'
import type { Client } from '../client'
import { Prisma, type Rule as Row } from '../generated/client'
import { beginning, containing } from '../rows/like-pattern'
import { toRuleId, typePosition } from './rule-rows'

/** What is called so comes before what only mentions it. */
export const nameRank = (search: string) => Prisma.sql`case
  when key ilike ${beginning(search)} then 0
  when key ilike ${containing(search)} then 1
  else 2 end`

const standing = (planId: string, version: number) => Prisma.sql`
  plan_id = ${planId} and from_version <= ${version} and (to_version is null or to_version > ${version})`

/** Events and properties of a version whose name holds a text. */
export const findNames = async (
  client: Client,
  planId: string,
  version: number,
  search: string,
): Promise<FoundNames> => {
  const pattern = containing(search)
  const events = await client.$queryRaw<(Named & { description: string })[]>`
    select type, key, version, description from rule
    where ${standing(planId, version)} and key ilike ${pattern}
    order by ${typePosition}, key collate "C", version`
  // Names are compared once each, not once for each rule that has them.
  const properties = await client.$queryRaw<{ name: string; count: number }[]>`
    select name, count::int from (
      select name, count(*) as count from rule, unnest(property_names) as name
      where ${standing(planId, version)} group by name) as held
    where name ilike ${pattern}
    order by name collate "C"`
  return {
    events: events.map(({ description, ...rule }) => ({ rule: toRuleId(rule), description })),
    properties,
  }
}

/** For each of some properties the rules that have it, those called so first, at most `limit`. */
export const findHolders = async (
  client: Client,
  planId: string,
  version: number,
  {
    names,
    search,
    limit,
  }: { readonly names: readonly string[]; readonly search: string; readonly limit: number },
): Promise<ReadonlyMap<string, readonly RuleId[]>> => {
  const rows = await client.$queryRaw<(Named & { name: string })[]>`
    select name, type, key, version
    from (
      select name, type, key, version, row_number() over (
        partition by name order by ${nameRank(search)}, ${typePosition}, coalesce(key, '') collate "C", version) as place
      from rule, unnest(property_names) as name
      where ${standing(planId, version)} and name = any(${names}::text[])
    ) as held
    where place <= ${limit}
    order by name, place`
  const holders = new Map<string, RuleId[]>()
  for (const { name, ...rule } of rows) holders.set(name, [...(holders.get(name) ?? []), toRuleId(rule)])
  return holders
}

type Named = Pick<Row, 'type' | 'key' | 'version'>
