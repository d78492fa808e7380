import { modernSpelling } from '../plan/canonical-form'
import { type ExactJson, isExactArray, isExactObject } from '../plan/exact-json'
import { childPointer } from '../plan/schema-pointer'
import { withoutFilledIn } from '../plan/without-filled-in'
import { type Collide, collisions, type MergePlace, type Resolve, type SchemaConflict } from './collision'
import {
  addedBranches,
  eitherType,
  eitherValue,
  losesType,
  type Merged,
  mergeEnum,
  mergeRequired,
  mergeTypes,
} from './merge-keyword-sets'
import { mergeMap, mergeWhole } from './merge-map'
import { mergeProperties, type PropertiesMerged, withDecided } from './merge-properties'
import { keywordMeaning, type Node, nodeOf, only, pick, type Sides, schemaMeaning, settle } from './sides'
import { tornUnits } from './torn-units'

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
  const { collide, conflicts } = collisions(resolve)
  const bare = { base: bareOf(sides.base), ours: bareOf(sides.ours), theirs: bareOf(sides.theirs) }
  const schema = mergeNode(bare, '', collide)
  return { schema: withFilledInOf(sides.ours, bare.ours, schema), conflicts }
}

/** Without the empty sections that Segment fills in: to add or remove one is no edit. */
const bareOf = (side: ExactJson | undefined) => (side === undefined ? undefined : withoutFilledIn(side))

/** What our side holds of them stays where it stood. */
const withFilledInOf = (
  ours: ExactJson | undefined,
  bare: ExactJson | undefined,
  merged: ExactJson | undefined,
): ExactJson | undefined => {
  const [mine, kept, now] = [ours, bare, merged].map((side) => (isExactObject(side) ? side.properties : null))
  if (!isExactObject(mine) || !isExactObject(kept) || !isExactObject(now) || !isExactObject(merged))
    return merged
  const names = new Set([...Object.keys(mine), ...Object.keys(now)])
  const properties = [...names].flatMap((name): [string, ExactJson][] => {
    const value = Object.hasOwn(now, name) ? now[name] : Object.hasOwn(kept, name) ? undefined : mine[name]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...merged, properties: Object.fromEntries(properties) }
}

const mergeNode: MergePlace = (sides, at, collide) => {
  const settled = settle(sides, schemaMeaning)
  if (settled) return settled.value
  const node = modernNode(sides)
  if (!node || isAroundReference(node)) return collide(at, sides).value
  const torn = tornUnits(node).map((unit) => ({ unit, part: collideUnit(node, unit, at, collide) }))
  const isTornHere = (keyword: string) => torn.some(({ unit }) => unit.includes(keyword))
  const properties = isTornHere('properties') ? null : mergePropertiesOf(node, at, collide)
  const mergedHere = (keyword: string): ExactJson | undefined => {
    const piece = torn.find(({ unit }) => unit.includes(keyword))
    if (piece)
      return isExactObject(piece.part) && Object.hasOwn(piece.part, keyword) ? piece.part[keyword] : undefined
    if (keyword === 'properties' && properties) return properties.value
    const value = mergeKeyword(keyword, pick(node, keyword), at, collide)
    return keyword === 'required' && properties ? withDecided(value, node, properties.deciders) : value
  }
  const keywords = new Set([node.ours, node.theirs, node.base].flatMap((side) => Object.keys(side)))
  return Object.fromEntries(
    [...keywords].flatMap((keyword): [string, ExactJson][] => {
      const value = mergedHere(keyword)
      return value === undefined ? [] : [[keyword, value]]
    }),
  )
}

const modernNode = (sides: Sides): Node | null => {
  const node = nodeOf(sides)
  return (
    node && {
      base: modernSpelling(node.base),
      ours: modernSpelling(node.ours),
      theirs: modernSpelling(node.theirs),
    }
  )
}

/** JSON Schema draft-07 section 8.3: what stands beside a reference says nothing. So nothing merges with a new one. */
const isAroundReference = (node: Node): boolean => {
  const [was, mine, yours] = Object.values(pick(node, '$ref')).map(keywordMeaning('$ref'))
  return was !== mine || was !== yours
}

/** What one side left alone, names and which of them are required, is taken from the other. */
const mergePropertiesOf = (node: Node, at: string, collide: Collide): PropertiesMerged => {
  const settled = settle(pick(node, 'properties'), keywordMeaning('properties'))
  const alone = settle(only(node, ['properties', 'required']), schemaMeaning)
  if (settled && (alone || !nodeOf(pick(node, 'properties'), 'empty')))
    return { value: settled.value, deciders: new Map() }
  const merged = mergeProperties(node, at, collide, mergeNode)
  return settled && merged.deciders.size === 0 ? { ...merged, value: settled.value } : merged
}

const mergeKeyword = (keyword: string, sides: Sides, at: string, collide: Collide): ExactJson | undefined => {
  const here = childPointer(at, keyword)
  const settled = settle(sides, keywordMeaning(keyword))
  if (settled) return settled.value
  const set = sets.get(keyword)
  if (set) {
    const merged = set.merge(sides)
    return merged ? merged.value : collide(here, sides, { both: set.both(sides) }).value
  }
  if (keyword === 'labels')
    return mergeMap(sides, here, collide, (label, place) => mergeLabel(label, place, collide))
  if (maps.has(keyword))
    return mergeMap(sides, here, collide, (item, place) => mergeNode(item, place, collide))
  if (nodes.has(keyword) && Object.values(sides).every((side) => !isExactArray(side)))
    return mergeNode(sides, here, collide)
  const both = branches.has(keyword) ? addedBranches(sides) : undefined
  return collide(here, sides, { both }).value
}

type SetKeyword = {
  readonly merge: (sides: Sides) => Merged
  readonly both: (sides: Sides) => ExactJson | undefined
}

const sets: ReadonlyMap<string, SetKeyword> = new Map([
  ['required', { merge: mergeRequired, both: () => undefined }],
  ['enum', { merge: mergeEnum, both: eitherValue }],
  ['type', { merge: mergeTypes, both: eitherType }],
])
const maps = new Set(['patternProperties', 'definitions', '$defs'])
const nodes = new Set(['items', 'additionalProperties', 'additionalItems', 'propertyNames', 'contains'])
const branches = new Set(['anyOf', 'allOf', 'oneOf'])

const mergeLabel: MergePlace = (sides, at, collide) => {
  const settled = settle(sides, keywordMeaning('const'))
  return settled ? settled.value : mergeWhole(sides, at, collide)
}

/** What belongs together collides as one. Both edits can stand where no type is lost and nothing of it collides. */
const collideUnit = (
  node: Node,
  unit: readonly string[],
  at: string,
  collide: Collide,
): ExactJson | undefined => {
  const parts = only(node, unit)
  return collide(at, parts, { keywords: unit, both: bothOf(parts, unit) }).value
}

const bothOf = (parts: Node, unit: readonly string[]): ExactJson | undefined => {
  const { base, ours, theirs } = pick(parts, 'type')
  if (!unit.includes('type') || losesType(base, ours) || losesType(base, theirs)) return undefined
  const { collide, conflicts } = collisions(() => undefined)
  const entries = unit.flatMap((keyword): [string, ExactJson][] => {
    const value = mergeKeyword(keyword, pick(parts, keyword), '', collide)
    return value === undefined ? [] : [[keyword, value]]
  })
  return conflicts.length === 0 ? Object.fromEntries(entries) : undefined
}
