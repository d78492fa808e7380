import type { Edit } from './edit'
import { isLeftToSegment } from './left-to-segment'
import type { Rule } from './rule'
import { ruleIdOf, ruleKey } from './rule-id'

/**
 * The edits that bring a plan to what a file holds. `add` takes what the plan lacks, `update` also what differs,
 * `replace` also removes what the file lacks, but never Segment's own consent event. Equal rules give no edit.
 */
export const editsOfFile = (
  plan: readonly Rule[],
  file: readonly Rule[],
  mode: 'add' | 'update' | 'replace',
): readonly Edit[] => {
  const held = new Map(plan.map((rule) => [ruleKey(rule), rule]))
  const named = new Set(file.map(ruleKey))
  const taken = file.flatMap((rule): Edit[] => {
    const before = held.get(ruleKey(rule))
    if (before !== undefined && (mode === 'add' || before.hash === rule.hash)) return []
    return [{ ...ruleIdOf(rule), before: before?.schemaText ?? null, after: rule.schemaText }]
  })
  if (mode !== 'replace') return taken
  const gone = plan.filter((rule) => !named.has(ruleKey(rule)) && !isLeftToSegment(rule))
  return [...taken, ...gone.map((rule) => ({ ...ruleIdOf(rule), before: rule.schemaText, after: null }))]
}
