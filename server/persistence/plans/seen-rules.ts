import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { compareRuleIds, isRuleType, ruleKey } from '@/domain/plan/rule-id'
import type { Client } from '../client'

/** Replaces what a target was seen to hold. With an unchanged hash only the instant moves. */
export const recordSeen = async (
  client: Client,
  planId: string,
  seen: { readonly at: string; readonly seenHash: string; readonly rules: readonly Rule[] },
): Promise<void> => {
  const before = await client.plan.findUniqueOrThrow({ where: { id: planId }, select: { seenHash: true } })
  await client.plan.update({
    where: { id: planId },
    data: { seenHash: seen.seenHash, lastSeenAt: new Date(seen.at) },
  })
  if (before.seenHash === seen.seenHash) return
  await client.seenRule.deleteMany({ where: { planId } })
  const { rules } = seen
  await client.$executeRaw`
    insert into seen_rule (plan_id, rule_key, type, key, version, schema_text, hash)
    select ${planId}, * from unnest(
      ${rules.map(ruleKey)}::text[], ${rules.map(({ type }) => type)}::text[], ${rules.map(({ key }) => key)}::text[],
      ${rules.map(({ version }) => version)}::int[], ${rules.map(({ schemaText }) => schemaText)}::text[],
      ${rules.map(({ hash }) => hash)}::text[])`
}

/** What a target was last seen to hold, ordered by identity. */
export const seenRules = async (client: Client, planId: string): Promise<readonly Rule[]> => {
  const rows = await client.seenRule.findMany({ where: { planId } })
  return rows
    .map(({ type, key, version, schemaText, hash }): Rule => {
      if (!isRuleType(type)) throw new Error(`A stored rule has the unknown type ${type}.`)
      return { type, key, version, schemaText, jsonSchema: JSON.parse(schemaText) as Json, hash }
    })
    .sort(compareRuleIds)
}
