import { type ExactJson, isExactArray } from '../plan/exact-json'
import { childPointer } from '../plan/schema-pointer'
import type { Collide, MergePlace } from './collision'
import { mergeMap } from './merge-map'
import { type Node, pick } from './sides'
import type { Take } from './take'

export type PropertiesMerged = {
  readonly value: ExactJson | undefined
  /** Whose word counts for whether a name is required, where that was part of a collision. */
  readonly deciders: ReadonlyMap<string, Exclude<Take, 'both'>>
}

/**
 * Merges planned properties by name. Removing one collides with any edit below it, and with a change of its place in
 * `required`. Whoever wins a property as a whole also says whether it is required.
 */
export const mergeProperties = (
  node: Node,
  at: string,
  collide: Collide,
  mergeNode: MergePlace,
): PropertiesMerged => {
  const deciders = new Map<string, Exclude<Take, 'both'>>()
  const value = mergeMap(
    pick(node, 'properties'),
    childPointer(at, 'properties'),
    collide,
    (sides, place, name) => {
      const collideHere: Collide = (where, ...rest) => {
        const resolution = collide(where, ...rest)
        if (where === place && rest[1]?.keywords === undefined && resolution.take !== 'both')
          deciders.set(name, resolution.take)
        return resolution
      }
      const isMissed =
        sides.base !== undefined && (isLost(node, name, sides) || isLost(swapped(node), name, swapped(sides)))
      return isMissed ? collideHere(place, sides).value : mergeNode(sides, place, collideHere)
    },
  )
  return { value, deciders }
}

/** Our side removes what their side starts or ceases to require. */
const isLost = (node: Node, name: string, { ours, theirs }: ReturnType<typeof pick>): boolean =>
  ours === undefined && theirs !== undefined && isRequired(node.theirs, name) !== isRequired(node.base, name)

const swapped = <T extends { readonly ours: unknown; readonly theirs: unknown }>(sides: T): T => ({
  ...sides,
  ours: sides.theirs,
  theirs: sides.ours,
})

const isRequired = ({ required }: Node['base'], name: string): boolean =>
  isExactArray(required) && required.includes(name)

/** `required` with the names of which one side has the last word. */
export const withDecided = (
  required: ExactJson | undefined,
  node: Node,
  deciders: PropertiesMerged['deciders'],
): ExactJson | undefined => {
  if (deciders.size === 0 || (required !== undefined && !isExactArray(required))) return required
  const kept = (required ?? []).filter((name) => typeof name !== 'string' || !deciders.has(name))
  const added = [...deciders].flatMap(([name, side]) => (isRequired(node[side], name) ? [name] : []))
  const names = [...kept, ...added]
  return names.length === 0 && (required === undefined || required.length > 0) ? undefined : names
}
