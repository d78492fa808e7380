import { z } from 'zod'
import type { Json } from '@/domain/plan/json'
import { ruleTypes } from '@/domain/plan/rule'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Rule as Row } from '../generated/client'

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
