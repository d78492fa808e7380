import { canonicalForm } from '../plan/canonical-form'
import { type ExactJson, type ExactObject, isExactObject } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'
import { ruleKey } from '../plan/rule-id'
import { pointerOf, pointerSegments } from '../plan/schema-pointer'
import type { Change, ChangeOf } from './change'
import { showPlace } from './describe-change'

/** A property that went and one that came which may be the same one under another name. A guess, for people to judge. */
export type RenameGuess = {
  readonly removed: ChangeOf<'property-removed'>
  readonly added: ChangeOf<'property-added'>
}

/**
 * Properties that were perhaps renamed: the same schema and the same requiredness in the same object, and no other
 * property that went or came there fits as well. A schema that says no more than a type proves nothing, unless nothing
 * else went or came in the object. The facts stay what they are: one property was removed, another one added.
 */
export const guessRenames = (changes: readonly Change[]): readonly RenameGuess[] => {
  const removed = byObject(changes.filter((change) => change.kind === 'property-removed'))
  const added = byObject(changes.filter((change) => change.kind === 'property-added'))
  return [...removed].flatMap(([place, gone]) => guessesIn(gone, added.get(place) ?? []))
}

const guessesIn = (
  gone: readonly ChangeOf<'property-removed'>[],
  come: readonly ChangeOf<'property-added'>[],
): RenameGuess[] =>
  gone.flatMap((from) => {
    const twins = gone.filter((other) => isAlike(other.before, other, from.before, from))
    const matches = come.filter((other) => isAlike(other.after, other, from.before, from))
    const [match] = matches
    const isAlone = gone.length === 1 && come.length === 1
    const isProved = twins.length === 1 && matches.length === 1 && (isAlone || isTelling(from.before))
    return match && isProved ? [{ removed: from, added: match }] : []
  })

export const describeGuess = ({ removed, added }: RenameGuess): string =>
  `${showPlace(removed.pointer)} may be called ${showPlace(added.pointer)} now`

type Placed = ChangeOf<'property-removed'> | ChangeOf<'property-added'>

const byObject = <T extends Placed>(changes: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const change of changes) {
    const place = objectAround(change)
    const group = groups.get(place)
    if (group) group.push(change)
    else groups.set(place, [change])
  }
  return groups
}

const objectAround = ({ rule, schemaPointer }: Placed): string =>
  `${ruleKey(rule)} ${pointerOf(pointerSegments(schemaPointer).slice(0, -1))}`

const isAlike = (a: ExactJson, first: Placed, b: ExactJson, second: Placed): boolean =>
  first.required === second.required && meaningOf(a) === meaningOf(b)

/** Older editors give each node an id that repeats its place, which a rename changes. */
const meaningOf = (schema: ExactJson): string => {
  const canonical = canonicalForm(schema)
  return printSorted(isExactObject(canonical) ? withoutId(canonical) : canonical)
}

const withoutId = ({ $id: _id, ...rest }: ExactObject): ExactObject => rest

const isTelling = (schema: ExactJson): boolean =>
  isExactObject(schema) && Object.keys(schema).some((keyword) => !['type', 'id', '$id'].includes(keyword))
