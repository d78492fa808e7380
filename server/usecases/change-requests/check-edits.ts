import type { CheckView } from '@/contracts/change-request'
import { idAfterEdit } from '@/domain/plan/apply-edits'
import { ruleName } from '@/domain/plan/rule-id'
import type { SchemaFacts } from '@/server/ports/check-store'
import type { SkimmedEdit } from './load-change-request'
import { schemaFacts } from './schema-facts'

type Finding = CheckView['findings'][number]

/** What can be said about edits by looking at them alone. All of it is quick, so nothing is ever queued. */
export const checkEdits = (
  edits: readonly SkimmedEdit[],
  { isUpToDate }: { readonly isUpToDate: boolean },
): readonly CheckView[] => [schemaCheck(edits), upToDateCheck(isUpToDate), segmentCheck(edits)]

/** A schema that is no object stops a publish; defects that live plans are known to have are only pointed out. */
const schemaCheck = (edits: readonly SkimmedEdit[]): CheckView => {
  const blocking: Finding[] = []
  const defects: Finding[] = []
  for (const edit of edits) {
    const facts = factsAfter(edit)
    if (facts === null) continue
    if (!facts.isObject)
      blocking.push({ rule: idAfterEdit(edit), message: `The schema of ${nameOf(edit)} is no object.` })
    else
      for (const { pointer, explanation } of facts.defects)
        defects.push({ rule: idAfterEdit(edit), pointer, message: explanation })
  }
  if (blocking.length === 0) return completed('schema', defects)
  const reason = blocking.map(({ message }) => message).join(' ')
  return {
    name: 'schema',
    status: 'completed',
    conclusion: 'block',
    reason,
    findings: [...blocking, ...defects],
  }
}

/** Being behind is a gate of its own; the check says it where people look for checks. */
const upToDateCheck = (isUpToDate: boolean): CheckView =>
  completed(
    'up-to-date',
    isUpToDate ? [] : [{ message: 'The plan has a newer version than the one this request began on.' }],
  )

/** Segment documentation: patterns are RE2, which knows no look-around and no back-references. */
const segmentCheck = (edits: readonly SkimmedEdit[]): CheckView =>
  completed(
    'segment-limits',
    edits.flatMap((edit) =>
      (factsAfter(edit)?.patterns ?? []).map(({ pointer, pattern }) => ({
        rule: idAfterEdit(edit),
        pointer,
        message: `Segment's pattern syntax (RE2) has no look-around and no back-references: ${pattern}`,
      })),
    ),
  )

const completed = (name: string, warnings: readonly Finding[]): CheckView => ({
  name,
  status: 'completed',
  conclusion: warnings.length === 0 ? 'pass' : 'warn',
  findings: [...warnings],
})

/** Of the schema that an edit leaves. */
const factsAfter = (edit: SkimmedEdit): SchemaFacts | null => {
  if ('digest' in edit) return edit.digest.schema
  return edit.after === null ? null : schemaFacts(edit.after)
}

const nameOf = (edit: SkimmedEdit): string => ruleName(idAfterEdit(edit))
