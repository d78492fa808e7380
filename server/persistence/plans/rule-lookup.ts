import type { RuleId, RuleType } from '@/domain/plan/rule'
import { compareRuleIds } from '@/domain/plan/rule-id'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Client } from '../client'
import { Prisma, type Rule as Row } from '../generated/client'
import { storableText } from '../rows/storable-text'
import { ruleColumns, toStoredRule } from './rule-rows'

/** One rule of a version. */
export const findRule = async (
  client: Client,
  planId: string,
  version: number,
  { type, key, version: ruleVersion }: RuleId,
): Promise<StoredRule | null> => {
  const [row] = await client.$queryRaw<Row[]>`
    select ${ruleColumns} from rule
    where ${standing(planId, version)} and type = ${type} and ${called([key])} and version = ${ruleVersion}`
  return row === undefined ? null : toStoredRule(row)
}

/** What calls of some names may be judged by: their own rules, those of their type without a name, and the common one. */
export const rulesJudging = async (
  client: Client,
  planId: string,
  version: number,
  { type, keys }: { readonly type: RuleType; readonly keys: readonly string[] },
): Promise<readonly StoredRule[]> => {
  const rows = await client.$queryRaw<Row[]>`
    select ${ruleColumns} from rule
    where ${standing(planId, version)} and (
      type = ${type} and ${called([null, ...keys])} or type = 'COMMON' and ${called([null])})`
  return rows.map(toStoredRule).sort(compareRuleIds)
}

/** Names of a type that may be another spelling of a name, itself left out; a few of them are other words. */
export const namesAlike = async (
  client: Client,
  planId: string,
  version: number,
  { type, key }: { readonly type: RuleType; readonly key: string },
): Promise<readonly string[]> => {
  const name = storableText(key)
  const rows = await client.$queryRaw<{ key: string }[]>`
    select distinct key from rule
    where ${standing(planId, version)} and type = ${type}
      and name_letters(key) = name_letters(${name}) and key <> ${name}`
  return rows.map((row) => row.key)
}

/** Names of track events, and of properties of any rule, each once. */
export const plannedNames = async (client: Client, planId: string, version: number) => {
  const events = await client.$queryRaw<{ name: string }[]>`
    select distinct key as name from rule where ${standing(planId, version)} and type = 'TRACK' and key is not null`
  const properties = await client.$queryRaw<{ name: string }[]>`
    select distinct unnest(property_names) as name from rule where ${standing(planId, version)}`
  return { events: events.map(({ name }) => name), properties: properties.map(({ name }) => name) }
}

// Both as the index of intervals has them.
const standing = (planId: string, version: number) =>
  Prisma.sql`plan_id = ${planId} and int4range(from_version, to_version) @> ${version}::int`

const called = (keys: readonly (string | null)[]) => {
  const names = keys.flatMap((key) => (key === null ? [] : [storableText(key)]))
  const places = keys.map((key) => (key === null ? '' : storableText(key)))
  return Prisma.sql`coalesce(key, '') = any(${places}::text[])
    and (${keys.includes(null) ? Prisma.sql`key is null or` : Prisma.empty} key = any(${names}::text[]))`
}
