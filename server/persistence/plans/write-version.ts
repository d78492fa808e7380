import type { RuleStore } from '@/server/ports/rule-store'
import type { Client } from '../client'
import { type Begun, lineagesOf } from './lineages'
import { ruleFacts } from './rule-facts'

type Write = Parameters<RuleStore['writeVersion']>[1]

/**
 * Writes one plan version: closes the intervals that its steps end, opens those they begin, records the version and
 * makes it the head. Set-based, so that an import of 10,000 rules is a handful of statements.
 *
 * @throws Error when the version does not follow the head, or a step names a rule that does not stand
 */
export const writeVersion = async (
  client: Client,
  newId: () => string,
  planId: string,
  write: Write,
): Promise<void> => {
  const { version, steps } = write
  await moveHead(client, planId, version)
  await client.planVersion.create({
    data: {
      planId,
      version,
      byName: write.by,
      note: write.note,
      changeRequestNumber: write.changeRequest,
      createdAt: new Date(write.at),
    },
  })
  const lineages = await lineagesOf(client, newId, planId, steps)
  await close(client, planId, version, lineages.ended)
  await open(client, newId, planId, version, lineages.begun)
}

const moveHead = async (client: Client, planId: string, version: number) => {
  const { count } = await client.plan.updateMany({
    where: { id: planId, headVersion: version === 1 ? null : version - 1 },
    data: { headVersion: version },
  })
  if (count === 0) throw new Error(`Version ${version} does not follow the head of plan ${planId}.`)
}

const close = async (client: Client, planId: string, version: number, ids: readonly string[]) => {
  const count = await client.$executeRaw`
    update rule set to_version = ${version} where id = any(${ids}::text[]) and to_version is null`
  if (count !== ids.length)
    throw new Error(`Version ${version} of plan ${planId} ends ${ids.length} rules, but ${count} stood.`)
}

const open = async (
  client: Client,
  newId: () => string,
  planId: string,
  version: number,
  begun: readonly Begun[],
) => {
  const rows = begun.map(({ rule, lineage }) => ({ id: newId(), lineage, rule, facts: ruleFacts(rule) }))
  await client.$executeRaw`
    insert into rule (plan_id, from_version, id, lineage_id, type, key, version, schema_text, hash, description,
      labels, property_names, required_count, defect_count)
    select ${planId}, ${version}::int, id, lineage, type, key, version, schema_text, hash, description, labels::jsonb,
      array(select jsonb_array_elements_text(names::jsonb)), required_count, defect_count
    from unnest(
      ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ lineage }) => lineage)}::text[],
      ${rows.map(({ rule }) => rule.type)}::text[],
      ${rows.map(({ rule }) => rule.key)}::text[],
      ${rows.map(({ rule }) => rule.version)}::int[],
      ${rows.map(({ rule }) => rule.schemaText)}::text[],
      ${rows.map(({ rule }) => rule.hash)}::text[],
      ${rows.map(({ facts }) => facts.description)}::text[],
      ${rows.map(({ facts }) => JSON.stringify(facts.labels))}::text[],
      ${rows.map(({ facts }) => JSON.stringify(facts.propertyNames))}::text[],
      ${rows.map(({ facts }) => facts.requiredCount)}::int[],
      ${rows.map(({ facts }) => facts.defectCount)}::int[]
    ) as t (id, lineage, type, key, version, schema_text, hash, description, labels, names, required_count, defect_count)`
}
