import type { CheckView } from '@/contracts/change-request'
import { idAfterEdit } from '@/domain/plan/apply-edits'
import { knownDefects } from '@/domain/plan/defects/known-defects'
import type { Edit } from '@/domain/plan/edit'
import { isJsonObject, type Json } from '@/domain/plan/json'
import { memoByText } from '@/domain/plan/memo-by-text'
import { parseSchema } from '@/domain/plan/parse-schema'
import { ruleName } from '@/domain/plan/rule-id'
import { patternsOutsideRe2 } from './patterns-outside-re2'

type Finding = CheckView['findings'][number]

/** What can be said about edits by looking at them alone. All of it is quick, so nothing is ever queued. */
export const checkEdits = (
  edits: readonly Edit[],
  { isUpToDate }: { readonly isUpToDate: boolean },
): readonly CheckView[] => [schemaCheck(edits), upToDateCheck(isUpToDate), segmentCheck(edits)]

/** A schema that is no object stops a publish; defects that live plans are known to have are only pointed out. */
const schemaCheck = (edits: readonly Edit[]): CheckView => {
  const blocking: Finding[] = []
  const defects: Finding[] = []
  for (const edit of edits) {
    if (edit.after === null) continue
    const { isObject, defects: known } = factsOfSchema(edit.after)
    if (!isObject)
      blocking.push({ rule: idAfterEdit(edit), message: `The schema of ${nameOf(edit)} is no object.` })
    else
      for (const { pointer, explanation } of known)
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
const segmentCheck = (edits: readonly Edit[]): CheckView =>
  completed(
    'segment-limits',
    edits.flatMap((edit) =>
      edit.after === null
        ? []
        : factsOfSchema(edit.after).patterns.map(({ pointer, pattern }) => ({
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

/** What the text of a schema says by itself; the same text is looked at each time a request is. */
const factsOfSchema = memoByText((text: string) => {
  const parsing = parseSchema(text)
  const schema: Json = parsing.ok ? parsing.value : null
  const isObject = isJsonObject(schema)
  return { isObject, defects: isObject ? knownDefects(schema) : [], patterns: patternsOutsideRe2(schema) }
})

const nameOf = (edit: Edit): string => ruleName(idAfterEdit(edit))
