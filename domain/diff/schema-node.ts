import { exactEqual } from '../plan/exact-equal'
import { type ExactJson, type ExactObject, isExactArray } from '../plan/exact-json'
import type { Place } from './change'

/** One node of a schema on both sides, in canonical form, and the place where it stands. */
export type NodePair = {
  readonly place: Place
  readonly before: ExactObject
  readonly after: ExactObject
}

export const equalJson = (a: ExactJson | undefined, b: ExactJson | undefined): boolean =>
  a === undefined || b === undefined ? a === b : exactEqual(a, b)

/** A key of the object itself: a property named `constructor` is not the one that every object inherits. */
export const own = (object: ExactObject, key: string): ExactJson | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

/** `before` and `after` of one keyword, each only where it stands. */
export const sides = (node: NodePair, keyword: string): { before?: ExactJson; after?: ExactJson } => {
  const [before, after] = [own(node.before, keyword), own(node.after, keyword)]
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

/** The types a canonical node allows; null when it names none, undefined when it names them in no known way. */
export const typesOf = (node: ExactObject): readonly string[] | null | undefined => {
  const { type } = node
  if (type === undefined) return null
  if (typeof type === 'string') return [type]
  return isExactArray(type) && type.every((name) => typeof name === 'string') ? type : undefined
}
