import { z } from 'zod'
import type { Json } from '@/domain/plan/json'
import { type RuleId, ruleTypes } from '@/domain/plan/rule'
import { isRuleType } from '@/domain/plan/rule-id'
import type { StoredRule } from '@/server/ports/rule-store'
import { Prisma, type Rule as Row } from '../generated/client'

/** All columns of a row of `rule`, by the names that rows have here. */
export const ruleColumns = Prisma.sql`
  id, plan_id as "planId", lineage_id as "lineageId", type, key, version, from_version as "fromVersion",
  to_version as "toVersion", schema_text as "schemaText", hash, description, labels,
  property_names as "propertyNames", required_count as "requiredCount", defect_count as "defectCount"`

/** Where the type of a row stands in the order of rules. */
export const typePosition = Prisma.sql`array_position(array[${Prisma.join([...ruleTypes])}]::text[], type)`

export const toRuleId = ({ type, key, version }: Pick<Row, 'type' | 'key' | 'version'>): RuleId => {
  if (!isRuleType(type)) throw new Error(`A stored rule has the unknown type ${type}.`)
  return { type, key, version }
}

/** A stored interval of a rule, its schema parsed from the text that was received. */
export const toStoredRule = (row: Row): StoredRule => ({
  id: row.id,
  lineage: row.lineageId,
  type: RuleType.parse(row.type),
  key: row.key,
  version: row.version,
  from: row.fromVersion,
  to: row.toVersion,
  schemaText: row.schemaText,
  jsonSchema: JSON.parse(row.schemaText) as Json,
  hash: row.hash,
  description: row.description,
  labels: Labels.parse(row.labels),
  propertyNames: row.propertyNames,
  requiredCount: row.requiredCount,
  defectCount: row.defectCount,
})

const RuleType = z.enum(ruleTypes)
const Labels = z.record(z.string(), z.string())
