import type { ConflictView, ResolveConflicts } from '@/contracts/change-request'
import { ruleKey } from '@/domain/plan/rule-id'

export type Take = ConflictView['resolutions'][number]['take']

/** What a person said so far: a way out by place, and schemas written by hand by rule. */
export type Answers = {
  readonly takes: ReadonlyMap<string, Take>
  readonly byHand: ReadonlyMap<string, string>
}

/** Text that tells the places of one request apart. */
export const placeKey = ({ rule, kind, schemaPointer, keywords }: ConflictView): string =>
  JSON.stringify([ruleKey(rule), kind, schemaPointer, keywords])

export const conflictsByRule = (conflicts: readonly ConflictView[]): readonly (readonly ConflictView[])[] => {
  const rules = new Map<string, ConflictView[]>()
  for (const conflict of conflicts) {
    const key = ruleKey(conflict.rule)
    rules.set(key, [...(rules.get(key) ?? []), conflict])
  }
  return [...rules.values()]
}

/** Places that still need a word. What was written by hand settles all of its rule but the name. */
export const unanswered = (conflicts: readonly ConflictView[], { takes, byHand }: Answers): number =>
  conflicts.filter(
    (conflict) =>
      !takes.has(placeKey(conflict)) && !(conflict.kind === 'schema' && byHand.has(ruleKey(conflict.rule))),
  ).length

/** What is sent. */
export const choicesOf = (
  conflicts: readonly ConflictView[],
  { takes, byHand }: Answers,
): ResolveConflicts['choices'] => {
  const written = conflictsByRule(conflicts).flatMap(([first]) => {
    const schemaText = first && byHand.get(ruleKey(first.rule))
    return first && schemaText !== undefined
      ? [{ rule: first.rule, take: 'edited' as const, schemaText }]
      : []
  })
  const chosen = conflicts.flatMap((conflict) => {
    const take = takes.get(placeKey(conflict))
    const { rule, kind, schemaPointer, keywords } = conflict
    if (take === undefined || (kind === 'schema' && byHand.has(ruleKey(rule)))) return []
    return [{ rule, kind, schemaPointer, ...(keywords && { keywords }), take }]
  })
  return [...written, ...chosen]
}
