import type { ConflictView } from '@/contracts/change-request'
import { showPlace } from '@/domain/diff/describe-change'
import { namesProperty } from '@/domain/plan/schema-path'
import { pointerSegments } from '@/domain/plan/schema-pointer'

type Place = Pick<ConflictView, 'kind' | 'pointer' | 'schemaPointer' | 'keywords'>

/** Whether the rule as a whole is in conflict: removed here and changed there, or added on both sides. */
export const isWholeRule = ({ kind, schemaPointer, keywords }: Place): boolean =>
  kind === 'schema' && schemaPointer === '' && keywords === undefined

/** What a place in conflict is called: `total: description`, `total: type and pattern`, `its name`. */
export const conflictTitle = (conflict: Place): string => {
  const { kind, pointer, schemaPointer, keywords } = conflict
  if (kind === 'name') return 'Its name'
  if (isWholeRule(conflict)) return 'The whole rule'
  const segments = pointerSegments(schemaPointer)
  const keyword = keywords?.join(' and ') ?? (namesProperty(segments) ? '' : (segments.at(-1) ?? ''))
  if (pointer === '') return keyword
  return keyword === '' ? showPlace(pointer) : `${showPlace(pointer)}: ${keyword}`
}
