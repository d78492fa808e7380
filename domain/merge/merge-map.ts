import type { ExactJson } from '../plan/exact-json'
import { childPointer } from '../plan/schema-pointer'
import type { Collide, MergePlace } from './collision'
import { nodeOf, pick, type Sides } from './sides'

/** Merges what stands under each name by itself. A map that is missing counts as an empty one. */
export const mergeMap = (
  sides: Sides,
  at: string,
  collide: Collide,
  merge: (sides: Sides, at: string, name: string) => ExactJson | undefined,
): ExactJson | undefined => {
  const maps = nodeOf(sides, 'empty')
  if (!maps) return collide(at, sides).value
  const names = new Set([...Object.keys(maps.ours), ...Object.keys(maps.theirs)])
  const entries = [...names].flatMap((name): [string, ExactJson][] => {
    const value = merge(pick(maps, name), childPointer(at, name), name)
    return value === undefined ? [] : [[name, value]]
  })
  const isDropped = entries.length === 0 && (sides.ours === undefined || sides.theirs === undefined)
  return isDropped ? undefined : Object.fromEntries(entries)
}

/** Values that are taken whole. */
export const mergeWhole: MergePlace = (sides, at, collide) => collide(at, sides).value
