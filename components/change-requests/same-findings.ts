import type { CheckFinding } from '@/contracts/change-request'
import { ruleKey } from '@/domain/plan/rule-id'

/** What a check says about one rule, and every place in its schema where it is so. */
export type SameFindings = {
  readonly finding: CheckFinding
  readonly pointers: readonly string[]
}

/** Findings that differ in nothing but their place are one, standing where the first of them stood. */
export const sameFindings = (findings: readonly CheckFinding[]): readonly SameFindings[] => {
  const groups = new Map<string, { finding: CheckFinding; pointers: string[] }>()
  for (const finding of findings) {
    const { rule, pointer, message, id, severity, isNew } = finding
    const key = JSON.stringify([rule ? ruleKey(rule) : null, message, id, severity, isNew])
    const group = groups.get(key) ?? { finding, pointers: [] }
    if (pointer) group.pointers.push(pointer)
    groups.set(key, group)
  }
  return [...groups.values()]
}
