import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'

/** What a check says, as far as findings can be told apart. `isNew` is false for what was there before the request. */
type Told = {
  readonly rule?: RuleId | undefined
  readonly pointer?: string | undefined
  readonly message: string
  readonly id?: string | undefined
  readonly severity?: string | undefined
  readonly isNew?: boolean | undefined
}

/** What a check says about one rule, and every place in its schema where it is so. */
export type SameFindings<Finding> = {
  readonly finding: Finding
  readonly pointers: readonly string[]
}

/** Findings that differ in nothing but their place are one, standing where the first of them stood. */
export const sameFindings = <Finding extends Told>(
  findings: readonly Finding[],
): readonly SameFindings<Finding>[] => {
  const groups = new Map<string, { finding: Finding; pointers: string[] }>()
  for (const finding of findings) {
    const group = groups.get(keyOf(finding)) ?? { finding, pointers: [] }
    if (finding.pointer) group.pointers.push(finding.pointer)
    groups.set(keyOf(finding), group)
  }
  return [...groups.values()]
}

/** How many of a kind are told one by one; more are only counted. */
const most = 50

/** The findings that are told one by one, of what is new and of what was there before, and how many more there are. */
export const firstFindings = <Finding extends Told>(
  findings: readonly Finding[],
): {
  readonly findings: readonly Finding[]
  readonly more: { readonly others: number; readonly known: number }
} => {
  if (findings.length <= most) return { findings, more: { others: 0, known: 0 } }
  const told = sameFindings(findings)
  const known = told.filter(({ finding }) => finding.isNew === false)
  const others = told.filter(({ finding }) => finding.isNew !== false)
  const kept = new Set(
    [...known.slice(0, most), ...others.slice(0, most)].map(({ finding }) => keyOf(finding)),
  )
  return {
    findings: findings.filter((finding) => kept.has(keyOf(finding))),
    more: { others: Math.max(0, others.length - most), known: Math.max(0, known.length - most) },
  }
}

const keyOf = ({ rule, message, id, severity, isNew }: Told): string =>
  JSON.stringify([rule ? ruleKey(rule) : null, message, id, severity, isNew])
