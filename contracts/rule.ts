import { z } from 'zod'
import { ruleTypes } from '@/domain/plan/rule'
import { ListQuery } from './listing'

export const RuleType = z.enum(ruleTypes)

export const RuleId = z.object({
  type: RuleType,
  key: z.string().max(1_000).nullable(),
  version: z.number().int().min(0).max(2_147_483_647),
})

/** `jsonSchema` is what was received, `hash` its canonical SHA-256, `since` the plan version it stands from. */
export const RuleView = RuleId.extend({
  jsonSchema: z.unknown(),
  hash: z.string(),
  since: z.number().int(),
})

export type RuleView = z.infer<typeof RuleView>

export const ListRules = ListQuery.extend({
  version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  type: RuleType.optional(),
  key: z.string().optional(),
  q: z.string().max(200).optional(),
})

export type ListRules = z.infer<typeof ListRules>

/** A row of the catalog: what a table needs, without the schema. */
export const CatalogRow = RuleId.extend({
  lineage: z.string(),
  description: z.string(),
  labels: z.record(z.string(), z.string()),
  properties: z.array(z.string()),
  requiredCount: z.number().int(),
  since: z.number().int(),
  defects: z.number().int(),
  openViolations: z.number().int(),
  openChangeRequests: z.array(z.number().int()),
  eventsLastWeek: z.number().int().nullable(),
})

export type CatalogRow = z.infer<typeof CatalogRow>

/** Everything the event page shows of one rule at one plan version. `schemaText` is the text as received. */
export const RuleDetail = RuleView.extend({
  schemaText: z.string(),
  lineage: z.string(),
  description: z.string(),
  labels: z.record(z.string(), z.string()),
  defects: z.array(z.object({ name: z.string(), pointer: z.string(), explanation: z.string() })),
  otherVersions: z.array(z.number().int()),
  openChangeRequests: z.array(z.object({ number: z.number().int(), title: z.string(), status: z.string() })),
})

export type RuleDetail = z.infer<typeof RuleDetail>

/** One state of a rule in time, newest first: the plan versions [from, to) in which it stood unchanged. */
export const RuleHistoryEntry = z.object({
  id: RuleId,
  from: z.number().int(),
  to: z.number().int().nullable(),
  at: z.string(),
  by: z.string(),
  changeRequest: z.number().int().nullable(),
  changes: z.array(z.object({ kind: z.string(), pointer: z.string().optional(), sentence: z.string() })),
})

export type RuleHistoryEntry = z.infer<typeof RuleHistoryEntry>

/** Who last changed a property of a rule: the plan version that brought it to what it is, and its change request. */
export const PropertyBlameEntry = z.object({
  pointer: z.string(),
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  changeRequest: z.number().int().nullable(),
})

export type PropertyBlameEntry = z.infer<typeof PropertyBlameEntry>
