import { type ExactJson, isExactArray } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'

/** One keyword on three sides; undefined where it does not stand. */
export type Sides = {
  readonly base: ExactJson | undefined
  readonly ours: ExactJson | undefined
  readonly theirs: ExactJson | undefined
}

/** `null` when the sides collide. */
export type Merged = { readonly value: ExactJson | undefined } | null

/** What both sides added and neither removed, in our order. Undefined members of a side count as none. */
const mergedSet = ({
  base,
  ours,
  theirs,
}: Readonly<Record<keyof Sides, readonly ExactJson[]>>): ExactJson[] => {
  const [was, mine, yours] = [base, ours, theirs].map((list) => new Set(list.map(printSorted)))
  const isKept = (item: ExactJson) => {
    const key = printSorted(item)
    return was?.has(key) ? mine?.has(key) && yours?.has(key) : true
  }
  const all = new Map([...ours, ...theirs].map((item) => [printSorted(item), item]))
  return [...all.values()].filter(isKept)
}

const listOf = (value: ExactJson | undefined): readonly ExactJson[] | null =>
  value === undefined ? [] : isExactArray(value) ? value : null

/** `required`: absent means that nothing is. */
export const mergeRequired = (sides: Sides): Merged => {
  const [base, ours, theirs] = [listOf(sides.base), listOf(sides.ours), listOf(sides.theirs)]
  if (!base || !ours || !theirs) return null
  const value = mergedSet({ base, ours, theirs })
  const isDropped = value.length === 0 && (sides.ours === undefined || sides.theirs === undefined)
  return { value: isDropped ? undefined : value }
}

/** `enum`: absent means that every value is allowed, so only lists merge with lists. */
export const mergeEnum = ({ base, ours, theirs }: Sides): Merged => {
  if (!isExactArray(base) || !isExactArray(ours) || !isExactArray(theirs)) return null
  const value = mergedSet({ base, ours, theirs })
  return value.length === 0 ? null : { value }
}

/** `type`: two sides that only add types add up; who replaces a type that the other changes collides. */
export const mergeTypes = (sides: Sides): Merged => {
  const [base, ours, theirs] = [typesOf(sides.base), typesOf(sides.ours), typesOf(sides.theirs)]
  if (!base || !ours || !theirs) return null
  const value = mergedSet({ base, ours, theirs })
  const isOnlyAdded = base.every((type) =>
    [ours, theirs].every((side) => side.some((other) => other === type)),
  )
  return isOnlyAdded ? { value } : null
}

const typesOf = (value: ExactJson | undefined): readonly ExactJson[] | null =>
  typeof value === 'string' ? [value] : isExactArray(value) ? value : null
