import type { CatalogRow } from '@/contracts/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import type { StoredRule } from '@/server/ports/rule-store'
import { type CatalogCounts, eventOf } from './catalog-counts'

export const catalogRow = (rule: StoredRule, counts: CatalogCounts): CatalogRow => {
  const event = eventOf(rule.type, rule.key)
  return {
    type: rule.type,
    key: rule.key,
    version: rule.version,
    lineage: rule.lineage,
    description: rule.description,
    labels: { ...rule.labels },
    properties: [...rule.propertyNames],
    requiredCount: rule.requiredCount,
    since: rule.from,
    defects: rule.defectCount,
    openViolations: counts.violations.get(event) ?? 0,
    openChangeRequests: [...(counts.changeRequests.get(ruleKey(rule)) ?? [])],
    // A common rule judges every call, so no volume is its own.
    eventsLastWeek: counts.volume && rule.type !== 'COMMON' ? (counts.volume.get(event) ?? 0) : null,
  }
}
