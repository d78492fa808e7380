import type { RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import type { StoredRule } from '@/server/ports/rule-store'
import type { Stores } from '@/server/ports/stores'

/** The rules of a version that have a defect for which strict validators refuse them: all, or those that are named. */
export const defectiveRules = async (
  { rules }: Stores,
  planId: string,
  version: number,
  named?: readonly RuleId[],
): Promise<readonly StoredRule[]> => {
  const wanted = named && new Set(named.map(ruleKey))
  return (await rules.ofVersion(planId, version)).filter(
    (rule) => rule.defectCount > 0 && (!wanted || wanted.has(ruleKey(rule))),
  )
}
