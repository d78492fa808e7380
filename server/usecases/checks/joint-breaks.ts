import type { JointBreak } from '@/domain/impact/jointly-breaking'
import { idAfterEdit } from '@/domain/plan/apply-edits'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { SchemaJudge } from '@/server/ports/schema-judge'

/** Edits that an update merged with the plan's own, and that refuse something only together with it, by their hash. */
export const jointBreaks = async (
  judge: SchemaJudge,
  edits: readonly StoredEdit[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, JointBreak>> => {
  const found = new Map<string, JointBreak>()
  for (const edit of edits) {
    const { before, after, mergedFrom } = edit
    if (mergedFrom === undefined || before === null || after === null) continue
    const [was, is] = [ruleIdOf(edit), idAfterEdit(edit)]
    const broken = await judge.jointBreak(
      {
        base: { ...was, schemaText: mergedFrom.base },
        ours: { ...is, schemaText: mergedFrom.ours },
        theirs: { ...was, schemaText: before },
        merged: { ...is, schemaText: after },
      },
      signal,
    )
    if (broken) found.set(editFingerprint(edit), broken)
  }
  return found
}
