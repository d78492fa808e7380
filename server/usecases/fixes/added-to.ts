import { mergeSchemas } from '@/domain/merge/merge-schemas'
import type { Edit } from '@/domain/plan/edit'
import { parseSchema } from '@/domain/plan/parse-schema'
import { printLike } from '@/domain/plan/print-like'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'

export type Added =
  | { readonly ok: true; readonly edits: readonly Edit[] }
  /** The name of a rule that both edit at the same place. */
  | { readonly ok: false; readonly rule: string }

/** Edits with others on the same version of the plan; edits of one rule are merged. */
export const addedTo = (edits: readonly Edit[], more: readonly Edit[]): Added => {
  const byRule = new Map(edits.map((edit) => [ruleKey(edit), edit]))
  for (const edit of more) {
    const known = byRule.get(ruleKey(edit))
    const merged = known === undefined ? edit : mergedWith(known, edit)
    if (merged === null) return { ok: false, rule: ruleName(edit) }
    byRule.set(ruleKey(edit), merged)
  }
  return { ok: true, edits: [...byRule.values()] }
}

const mergedWith = (known: Edit, edit: Edit): Edit | null => {
  if (known.after === edit.after) return known
  if (known.after === null || edit.after === null) return null
  const [base, ours, theirs] = [schemaIn(known.before), schemaIn(known.after), schemaIn(edit.after)]
  const { schema, conflicts } = mergeSchemas({ base, ours, theirs })
  if (conflicts.length > 0 || schema === undefined) return null
  return { ...known, after: printLike(known.after, schema) }
}

const schemaIn = (text: string | null) => {
  const parsing = text === null ? null : parseSchema(text)
  return parsing?.ok === true ? parsing.value : undefined
}
