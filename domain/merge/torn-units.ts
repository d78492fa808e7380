import { losesType } from './merge-keyword-sets'
import { keywordMeaning, type Node, only, pick, settle } from './sides'

/** Keywords that limit a value of one type. */
const ofType = [
  ...['pattern', 'format', 'minLength', 'maxLength', 'multipleOf'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
]

/** What is left without a meaning when its type goes. */
const ofLostType = [
  ...['enum', 'const', 'properties', 'required', 'additionalProperties', 'patternProperties'],
  ...['propertyNames', 'minProperties', 'maxProperties', 'dependencies'],
]

/** Keywords that mean something only together. */
const together = [
  ['if', 'then', 'else'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
  ['$id', 'id'],
]

/** Groups of keywords at one node that both sides changed, and not in ways that go together. No keyword is in two. */
export const tornUnits = (node: Node): readonly (readonly string[])[] => {
  const typed = tornFromType(node)
  const groups = isTuple(node) ? [...together, ['items', 'additionalItems']] : together
  const others = groups
    .filter((group) => !group.some((keyword) => typed.includes(keyword)) && isTorn(node, group))
    .map((group) => group.filter((keyword) => isChanged(node, keyword)))
  return [typed, ...others].filter(({ length }) => length > 1)
}

/** One side changed the type, the other what belongs to it: the type with all that differs of it. */
const tornFromType = (node: Node): readonly string[] => {
  const types = pick(node, 'type')
  if (!differs('type', types.ours, types.theirs)) return []
  const unit = (['ours', 'theirs'] as const).flatMap((side) => {
    const other = side === 'ours' ? 'theirs' : 'ours'
    if (!differs('type', types.base, types[side])) return []
    const held = losesType(types.base, types[side]) ? [...ofType, ...ofLostType] : ofType
    const isHurt = held.some((keyword) => {
      const sides = pick(node, keyword)
      return differs(keyword, sides.base, sides[other])
    })
    return isHurt ? held : []
  })
  if (unit.length === 0) return []
  return ['type', ...new Set(unit)].filter((keyword) => isChanged(node, keyword))
}

const differs = (keyword: string, ...sides: readonly Parameters<ReturnType<typeof keywordMeaning>>[0][]) =>
  new Set(sides.map(keywordMeaning(keyword))).size > 1

const isChanged = (node: Node, keyword: string): boolean => {
  const { base, ours, theirs } = pick(node, keyword)
  return differs(keyword, base, ours, theirs)
}

const isTuple = ({ base, ours, theirs }: Node): boolean =>
  [base, ours, theirs].some(({ items }) => Array.isArray(items))

const isTorn = (node: Node, group: readonly string[]): boolean =>
  settle(only(node, group), (part) => group.map((keyword) => partMeaning(part, keyword)).join('\n')) === null

const partMeaning = (part: unknown, keyword: string): string => {
  const side = part as Node['base']
  return keywordMeaning(keyword)(Object.hasOwn(side, keyword) ? side[keyword] : undefined)
}
