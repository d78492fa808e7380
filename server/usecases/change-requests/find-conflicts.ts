import type { ConflictView } from '@/contracts/change-request'
import { bringUpToDate } from '@/domain/merge/bring-up-to-date'
import type { EditConflict } from '@/domain/merge/carry-edit'
import type { MergeConflict } from '@/domain/merge/merge-conflict'
import type { Edit } from '@/domain/plan/edit'
import type { ExactJson } from '@/domain/plan/exact-json'
import { plainJson } from '@/domain/plan/parse-schema'
import { printJson } from '@/domain/plan/print-json'
import type { PlanHead } from './head-of-plan'

/** The places that a person has to settle before the request holds on head. */
export const findConflicts = (edits: readonly Edit[], head: PlanHead): readonly ConflictView[] =>
  conflictViews(bringUpToDate(edits, head).conflicts, head)

export const conflictViews = (
  conflicts: readonly EditConflict<Edit>[],
  { version }: Pick<PlanHead, 'version'>,
): readonly ConflictView[] =>
  conflicts.flatMap(({ edit, places, merged }) =>
    places.map((place, i) => ({
      ...placeView(place),
      ...(i === 0 && merged !== null ? { mergedText: merged } : {}),
      ...(i === 0 && edit.after !== null ? { typedText: edit.after } : {}),
      head: version,
    })),
  )

const placeView = (place: MergeConflict): Omit<ConflictView, 'head'> => {
  const { rule, pointer, kind, schemaPointer, keywords, base } = place
  const isWholeRule = kind === 'schema' && schemaPointer === '' && keywords === null
  const sides = (['base', 'ours', 'theirs'] as const).flatMap((side) => {
    const value = place[side] ?? (isWholeRule ? null : undefined)
    return value === undefined ? [] : [[side, plainJson(value)]]
  })
  return {
    rule,
    pointer,
    kind,
    schemaPointer,
    ...(keywords && { keywords: [...keywords] }),
    ...Object.fromEntries(sides),
    ...textOf(base, 'baseText'),
    resolutions: place.resolutions.map(({ take, value }) => ({ take, ...textOf(value, 'text') })),
  }
}

const textOf = (value: ExactJson | undefined, key: 'text' | 'baseText') =>
  value === undefined ? {} : { [key]: printJson(value) }
