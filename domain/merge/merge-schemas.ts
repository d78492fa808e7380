import { canonicalForm } from '../plan/canonical-form'
import { type ExactJson, type ExactObject, isExactObject } from '../plan/exact-json'
import { printSorted } from '../plan/print-json'
import { childPointer } from '../plan/schema-pointer'
import { type Merged, mergeEnum, mergeRequired, mergeTypes, type Sides } from './merge-keyword-sets'

/** A place that both sides changed in ways that do not go together. An absent side means nothing stands there. */
export type SchemaConflict = Sides & { readonly schemaPointer: string }

export type Side = 'base' | 'ours' | 'theirs'

/** Says which side stands in a conflict; undefined leaves it open. */
export type Resolve = (conflict: SchemaConflict) => Side | undefined

export type SchemasMerged = {
  /** Holds our side where a conflict is open. */
  readonly schema: ExactJson | undefined
  readonly conflicts: readonly SchemaConflict[]
}

/**
 * Merges two edits of one schema, node by node. A keyword that one side left alone is taken from the other. Maps of
 * schemas and labels merge by name, `type`, `enum` and `required` as sets; what belongs to a type goes with `type`;
 * combinations, conditions and tuples are taken whole.
 */
export const mergeSchemas = (sides: Sides, resolve: Resolve = () => undefined): SchemasMerged => {
  const conflicts: SchemaConflict[] = []
  const collide: Collide = (at, place) => {
    const conflict = { schemaPointer: at, ...place }
    const side = resolve(conflict)
    if (side !== undefined) return place[side]
    conflicts.push(conflict)
    return place.ours
  }
  const schema = mergeNode(sides, '', collide)
  return { schema, conflicts }
}

type Collide = (at: string, sides: Sides) => ExactJson | undefined

const mergeNode = (sides: Sides, at: string, collide: Collide): ExactJson | undefined => {
  const settled = settle(sides, meaning)
  if (settled) return settled.value
  const { base, ours, theirs } = sides
  if (!isExactObject(base) || !isExactObject(ours) || !isExactObject(theirs)) return collide(at, sides)
  if (isTornFromType(base, ours, theirs)) return collide(at, sides)
  const node = { base, ours, theirs }
  const units = unitsOf([base, ours, theirs])
  const torn = units.filter((unit) => unit.length > 1 && isTorn(node, unit))
  const entries = units.flatMap((unit): [string, ExactJson | undefined][] => {
    if (!torn.includes(unit))
      return unit.map((keyword) => [keyword, mergeKeyword(keyword, pick(node, keyword), node, at, collide)])
    const chosen = collide(at, {
      base: only(base, unit),
      ours: only(ours, unit),
      theirs: only(theirs, unit),
    })
    return isExactObject(chosen) ? Object.entries(chosen) : []
  })
  return Object.fromEntries(entries.filter((entry): entry is [string, ExactJson] => entry[1] !== undefined))
}

type Node = { readonly base: ExactObject; readonly ours: ExactObject; readonly theirs: ExactObject }

const mergeKeyword = (
  keyword: string,
  sides: Sides,
  node: Node,
  at: string,
  collide: Collide,
): ExactJson | undefined => {
  const here = childPointer(at, keyword)
  if (keyword === 'properties') return mergeProperties(sides, node, at, collide)
  const mergeSet = setMerges.get(keyword)
  const equal = schemaKeywords.has(keyword) ? meaning : mergeSet ? setMeaning : plain
  const settled = settle(sides, equal)
  if (settled) return settled.value
  if (mergeSet) {
    const merged = mergeSet(sides)
    return merged ? merged.value : collide(here, sides)
  }
  if (mapKeywords.has(keyword)) return mergeMap(sides, here, collide, mergeNode)
  if (keyword === 'labels') return mergeMap(sides, here, collide, mergeWhole)
  if (keyword === 'items') return mergeNode(sides, here, collide)
  return collide(here, sides)
}

const setMerges: ReadonlyMap<string, (sides: Sides) => Merged> = new Map([
  ['required', mergeRequired],
  ['enum', mergeEnum],
  ['type', mergeTypes],
])
const mapKeywords = new Set(['patternProperties', 'definitions', '$defs'])
const schemaKeywords = new Set([
  'items',
  'additionalProperties',
  'not',
  'contains',
  'propertyNames',
  'additionalItems',
])

const mergeWhole = (sides: Sides, at: string, collide: Collide): ExactJson | undefined => {
  const settled = settle(sides, plain)
  return settled ? settled.value : collide(at, sides)
}

const mergeMap = (
  sides: Sides,
  at: string,
  collide: Collide,
  merge: (sides: Sides, at: string, collide: Collide) => ExactJson | undefined,
): ExactJson | undefined => {
  const maps = [sides.base, sides.ours, sides.theirs].map((side) => (side === undefined ? {} : side))
  const [base, ours, theirs] = maps
  if (!isExactObject(base) || !isExactObject(ours) || !isExactObject(theirs)) return collide(at, sides)
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  const entries = [...names].flatMap((name): [string, ExactJson][] => {
    const value = merge(pick({ base, ours, theirs }, name), childPointer(at, name), collide)
    return value === undefined ? [] : [[name, value]]
  })
  const isDropped = entries.length === 0 && (sides.ours === undefined || sides.theirs === undefined)
  return isDropped ? undefined : Object.fromEntries(entries)
}

/** A property that one side removes while the other starts to require it is a conflict, too. */
const mergeProperties = (sides: Sides, node: Node, at: string, collide: Collide): ExactJson | undefined => {
  const here = childPointer(at, 'properties')
  const needs = (['ours', 'theirs'] as const).map((side) => namesIn(node[side].required))
  const needed = namesIn(node.base.required)
  return mergeMap(sides, here, collide, (property, place, onward) => {
    const name = place
      .slice(here.length + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~')
    const [oursNeeds, theirsNeeds] = needs.map((names) => names.has(name) && !needed.has(name))
    const isMissed =
      (property.base !== undefined && property.ours === undefined && theirsNeeds) ||
      (property.base !== undefined && property.theirs === undefined && oursNeeds)
    return isMissed ? onward(place, property) : mergeNode(property, place, onward)
  })
}

const namesIn = (required: ExactJson | undefined): ReadonlySet<ExactJson> =>
  new Set(Array.isArray(required) ? (required as readonly ExactJson[]) : [])

/** Keywords that mean something only together. */
const together = [
  ['if', 'then', 'else'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
]

const unitsOf = (nodes: readonly ExactObject[]): string[][] => {
  const [, ours = {}, theirs = {}] = nodes
  const keywords = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
  const units = keywords.map((keyword) => together.find((unit) => unit.includes(keyword)) ?? [keyword])
  return [...new Set(units.map((unit) => JSON.stringify(unit)))].map((text) => JSON.parse(text) as string[])
}

/** Both sides changed the unit, and not alike. */
const isTorn = ({ base, ours, theirs }: Node, unit: readonly string[]): boolean =>
  settle({ base: only(base, unit), ours: only(ours, unit), theirs: only(theirs, unit) }, plain) === null

const typeBound = [
  ...['pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...[
    'exclusiveMaximum',
    'multipleOf',
    'items',
    'additionalItems',
    'minItems',
    'maxItems',
    'uniqueItems',
    'contains',
  ],
]

/** One side changed the type, the other what belongs to the former one. */
const isTornFromType = (base: ExactObject, ours: ExactObject, theirs: ExactObject): boolean => {
  const changes = [ours, theirs].map((side) => ({
    type: !sameTypes(base.type, side.type),
    bound: plain(only(base, typeBound)) !== plain(only(side, typeBound)),
  }))
  const [mine, yours] = changes
  const isSame =
    sameTypes(ours.type, theirs.type) && plain(only(ours, typeBound)) === plain(only(theirs, typeBound))
  return !isSame && Boolean((mine?.type && yours?.bound) || (yours?.type && mine?.bound))
}

const sameTypes = (a: ExactJson | undefined, b: ExactJson | undefined): boolean =>
  setMeaning(a) === setMeaning(b)

const only = (node: ExactObject, keywords: readonly string[]): ExactObject =>
  Object.fromEntries(Object.entries(node).filter(([keyword]) => keywords.includes(keyword)))

const pick = (node: Node, key: string): Sides => {
  const own = (side: ExactObject) => (Object.hasOwn(side, key) ? side[key] : undefined)
  return { base: own(node.base), ours: own(node.ours), theirs: own(node.theirs) }
}

type Meaning = (value: ExactJson | undefined) => string

const plain: Meaning = (value) => (value === undefined ? '' : printSorted(value))
const meaning: Meaning = (value) => (value === undefined ? '' : printSorted(canonicalForm(value)))
const setMeaning: Meaning = (value) =>
  value === undefined
    ? ''
    : printSorted([...new Set([value].flat().map((item) => printSorted(item as ExactJson)))].sort())

/** Where one side left the place alone, or both did the same, nobody has to choose. */
const settle = ({ base, ours, theirs }: Sides, equal: Meaning): { value: ExactJson | undefined } | null => {
  const [was, mine, yours] = [equal(base), equal(ours), equal(theirs)]
  if (yours === was || mine === yours) return { value: ours }
  return mine === was ? { value: theirs } : null
}
