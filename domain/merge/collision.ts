import type { ExactJson } from '../plan/exact-json'
import { type Meaning, type Sides, schemaMeaning } from './sides'
import type { Take } from './take'

/** One way out of a conflict, and what stands there then; nothing where `value` is undefined. */
export type Resolution = { readonly take: Take; readonly value: ExactJson | undefined }

/** A place that both sides changed in ways that do not go together. */
export type SchemaConflict = Sides & {
  readonly schemaPointer: string
  /** The keywords that collide there as one; the sides hold nothing else. Null for the place as a whole. */
  readonly keywords: readonly string[] | null
  /** Every way out; no two leave the same behind. */
  readonly resolutions: readonly Resolution[]
}

/** Says which resolution stands in a conflict; undefined leaves it open. */
export type Resolve = (conflict: SchemaConflict) => Take | undefined

/** Hears of a collision; gives what stands there now. */
export type Collide = (
  at: string,
  sides: Sides,
  more?: { readonly keywords?: readonly string[]; readonly both?: ExactJson | undefined },
) => Resolution

/** A way to merge one place. */
export type MergePlace = (sides: Sides, at: string, collide: Collide) => ExactJson | undefined

export const waysOut = (
  { base, ours, theirs }: Sides,
  both?: ExactJson,
  meaning: Meaning = schemaMeaning,
): readonly Resolution[] => {
  const all: readonly Resolution[] = [
    { take: 'ours', value: ours },
    { take: 'theirs', value: theirs },
    ...(both === undefined ? [] : [{ take: 'both', value: both } as const]),
    { take: 'base', value: base },
  ]
  return all.filter(
    ({ value }, i) => !all.slice(0, i).some((earlier) => meaning(earlier.value) === meaning(value)),
  )
}

/** Settles collisions by `resolve`. Those that it leaves open are in `conflicts`; there our side stands. */
export const collisions = (
  resolve: Resolve,
): { readonly collide: Collide; readonly conflicts: readonly SchemaConflict[] } => {
  const conflicts: SchemaConflict[] = []
  const collide: Collide = (at, sides, { keywords = null, both } = {}) => {
    const resolutions = waysOut(sides, both)
    const conflict = { schemaPointer: at, keywords, ...sides, resolutions }
    const take = resolve(conflict)
    const listed = resolutions.find((resolution) => resolution.take === take)
    if (listed) return listed
    // A side that leaves the same behind as another one is listed once.
    if (take !== undefined && take !== 'both') return { take, value: sides[take] }
    conflicts.push(conflict)
    return { take: 'ours', value: sides.ours }
  }
  return { collide, conflicts }
}
