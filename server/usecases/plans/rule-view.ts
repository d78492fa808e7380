import type { RuleView } from '@/contracts/rule'
import type { StoredRule } from '@/server/ports/rule-store'

export const ruleView = ({ type, key, version, jsonSchema, hash, from }: StoredRule): RuleView => ({
  type,
  key,
  version,
  jsonSchema,
  hash,
  since: from,
})
