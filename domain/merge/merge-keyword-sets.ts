import { type ExactJson, isExactArray } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'
import type { Sides } from './sides'

/** `null` when the sides collide. */
export type Merged = { readonly value: ExactJson | undefined } | null

type Lists = Readonly<Record<keyof Sides, readonly ExactJson[]>>

/** What both sides added and neither removed, in our order. */
const mergedSet = ({ base, ours, theirs }: Lists): ExactJson[] => {
  const [was, mine, yours] = [base, ours, theirs].map((list) => new Set(list.map(printSorted)))
  const isKept = (item: ExactJson) => {
    const key = printSorted(item)
    return was?.has(key) ? mine?.has(key) && yours?.has(key) : true
  }
  return union(ours, theirs).filter(isKept)
}

const union = (ours: readonly ExactJson[], theirs: readonly ExactJson[]): ExactJson[] => [
  ...new Map([...ours, ...theirs].map((item) => [printSorted(item), item])).values(),
]

const listOf = (value: ExactJson | undefined): readonly ExactJson[] | null =>
  isExactArray(value) ? value : null

/** `required`: absent means that nothing is. */
export const mergeRequired = (sides: Sides): Merged => {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((side) => listOf(side ?? []))
  if (!base || !ours || !theirs) return null
  const value = mergedSet({ base, ours, theirs })
  const isDropped = value.length === 0 && (sides.ours === undefined || sides.theirs === undefined)
  return { value: isDropped ? undefined : value }
}

/** `enum`: absent means that every value is allowed, so only lists merge with lists. */
export const mergeEnum = (sides: Sides): Merged => {
  const [base, ours, theirs] = [listOf(sides.base), listOf(sides.ours), listOf(sides.theirs)]
  if (!base || !ours || !theirs) return null
  const value = mergedSet({ base, ours, theirs })
  return value.length === 0 ? null : { value }
}

/**
 * `type`: what both sides add adds up, and what one side takes away is gone. Who replaces one type by another while
 * the other side changes the type, too, collides with it.
 */
export const mergeTypes = (sides: Sides): Merged => {
  const [base, ours, theirs] = [typesOf(sides.base), typesOf(sides.ours), typesOf(sides.theirs)]
  if (!base || !ours || !theirs) return null
  const value = mergedSet({ base, ours, theirs })
  const isReplaced = [ours, theirs].some((side) => !isWithin(base, side) && !isWithin(side, base))
  return isReplaced || value.length === 0 ? null : { value }
}

/** Every type, or every value, that either side allows; undefined where a side allows any. */
export const eitherType = ({ ours, theirs }: Sides): ExactJson | undefined => {
  const [mine, yours] = [typesOf(ours), typesOf(theirs)]
  return mine && yours ? union(mine, yours) : undefined
}

export const eitherValue = ({ ours, theirs }: Sides): ExactJson | undefined => {
  const [mine, yours] = [listOf(ours), listOf(theirs)]
  return mine && yours ? union(mine, yours) : undefined
}

/** Lists of schemas that both sides only added to, with what both added; undefined for any other. */
export const addedBranches = (sides: Sides): ExactJson | undefined => {
  const [base, ours, theirs] = [listOf(sides.base ?? []), listOf(sides.ours), listOf(sides.theirs)]
  if (!base || !ours || !theirs || !isWithin(base, ours) || !isWithin(base, theirs)) return undefined
  return union(ours, theirs)
}

/** Whether one side takes away a type that the base names. */
export const losesType = (base: ExactJson | undefined, side: ExactJson | undefined): boolean => {
  const [was, is] = [typesOf(base), typesOf(side)]
  return was !== null && is !== null && !isWithin(was, is)
}

const isWithin = (few: readonly ExactJson[], many: readonly ExactJson[]): boolean => {
  const known = new Set(many.map(printSorted))
  return few.every((item) => known.has(printSorted(item)))
}

const typesOf = (value: ExactJson | undefined): readonly ExactJson[] | null =>
  typeof value === 'string' ? [value] : listOf(value)
