import { canonicalForm, canonicalKeyword } from '../plan/canonical-form'
import { type ExactJson, type ExactObject, isExactObject } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'

/** One place on three sides; undefined where nothing stands. */
export type Sides = {
  readonly base: ExactJson | undefined
  readonly ours: ExactJson | undefined
  readonly theirs: ExactJson | undefined
}

/** One node of a schema on three sides. */
export type Node = { readonly base: ExactObject; readonly ours: ExactObject; readonly theirs: ExactObject }

/** What a value means, as text that is the same for equal meanings. */
export type Meaning = (value: ExactJson | undefined) => string

export const schemaMeaning: Meaning = (value) =>
  value === undefined ? '' : printSorted(canonicalForm(value))

export const keywordMeaning =
  (keyword: string): Meaning =>
  (value) =>
    value === undefined ? '' : printSorted(canonicalKeyword(keyword, value))

/** Where one side left the place alone, or both did the same, nobody has to choose. */
export const settle = (
  { base, ours, theirs }: Sides,
  meaning: Meaning,
): { readonly value: ExactJson | undefined } | null => {
  const [was, mine, yours] = [meaning(base), meaning(ours), meaning(theirs)]
  if (yours === was || mine === yours) return { value: ours }
  return mine === was ? { value: theirs } : null
}

/** What stands under a key of an object itself: a property named `constructor` is not the one that objects inherit. */
export const pick = (node: Node, key: string): Sides => {
  const own = (side: ExactObject) => (Object.hasOwn(side, key) ? side[key] : undefined)
  return { base: own(node.base), ours: own(node.ours), theirs: own(node.theirs) }
}

/** Each side with nothing but these keywords. */
export const only = (node: Node, keywords: readonly string[]): Node => {
  const part = (side: ExactObject): ExactObject =>
    Object.fromEntries(Object.entries(side).filter(([keyword]) => keywords.includes(keyword)))
  return { base: part(node.base), ours: part(node.ours), theirs: part(node.theirs) }
}

/** Null where a side is no object. A side that is missing counts as an empty one if `absent` says so. */
export const nodeOf = ({ base, ours, theirs }: Sides, absent?: 'empty'): Node | null => {
  const [was, mine, yours] = [base, ours, theirs].map((side) =>
    side === undefined && absent === 'empty' ? {} : side,
  )
  return isExactObject(was) && isExactObject(mine) && isExactObject(yours)
    ? { base: was, ours: mine, theirs: yours }
    : null
}
