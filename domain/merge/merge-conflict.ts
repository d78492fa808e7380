import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { pointerOf, pointerSegments, toMessagePointer } from '../plan/schema-pointer'
import { type SchemaConflict, waysOut } from './collision'
import type { ConflictKind } from './conflict-kind'
import type { Take } from './take'

/**
 * `rule` is the identity in the base, or the rule's own where it is new; `pointer` the place in the message,
 * `schemaPointer` the one in the rule: `''`, and no keywords, for the rule as a whole.
 */
export type MergeConflict = SchemaConflict & {
  readonly kind: ConflictKind
  readonly rule: RuleId
  readonly pointer: string
}

/** Which way out of a conflict is taken; undefined leaves it open. */
export type ResolveConflict = (conflict: MergeConflict) => Take | undefined

/** A resolution as data: what a person chose for one conflict. */
export type Choice = Pick<MergeConflict, 'kind' | 'rule' | 'schemaPointer' | 'keywords'> & {
  readonly take: Take
}

/** Applies what people chose; conflicts that no choice names stay open. */
export const resolveBy = (choices: readonly Choice[]): ResolveConflict => {
  const taken = new Map(choices.map((choice) => [conflictKey(choice), choice.take]))
  return (conflict) => taken.get(conflictKey(conflict))
}

/** Text that tells the conflicts of one merge apart. */
export const conflictKey = ({ kind, rule, schemaPointer, keywords }: Omit<Choice, 'take'>): string =>
  JSON.stringify([kind, ruleKey(rule), schemaPointer, keywords])

export type Names = Readonly<Record<'base' | 'ours' | 'theirs', string | null | undefined>>

/** Null for rules that have no name; undefined where the rule is not. */
export const nameConflict = (rule: RuleId, names: Names): MergeConflict => ({
  kind: 'name',
  rule,
  pointer: '',
  schemaPointer: '',
  keywords: null,
  ...names,
  resolutions: waysOut(names),
})

export const schemaConflictOf = (rule: RuleId, conflict: SchemaConflict): MergeConflict => ({
  kind: 'schema',
  rule,
  pointer: messagePlace(conflict.schemaPointer),
  ...conflict,
})

/** The nearest place in the message around a place in the rule. */
const messagePlace = (schemaPointer: string): string => {
  const segments = pointerSegments(schemaPointer)
  for (let length = segments.length; length > 0; length -= 1) {
    const pointer = toMessagePointer(pointerOf(segments.slice(0, length)))
    if (pointer !== null) return pointer
  }
  return ''
}
