import { canonicalForm } from '../plan/canonical-form'
import { type ExactJson, type ExactObject, isExactArray, isExactObject } from '../plan/exact-json'
import type { RuleId } from '../plan/rule'
import { childPointer } from '../plan/schema-pointer'
import { withoutFilledIn } from '../plan/without-filled-in'
import type { Change, Place } from './change'
import { diffEnum } from './diff-enum'
import { diffLimit, isLimit } from './diff-limits'
import { diffTypes } from './diff-types'
import { equalJson, type NodePair, own, sides } from './schema-node'
import { unlikeParts } from './unlike-parts'

/**
 * What changed between two schemas of one rule. Empty exactly when their content hashes are equal: what no kind of
 * change has a name for comes back as `schema-changed` where it stands.
 */
export const diffSchemas = (rule: RuleId, before: ExactJson, after: ExactJson): Change[] => {
  const [was, is] = unlikeParts(withoutFilledIn(before), withoutFilledIn(after))
  return diffNode({ rule, pointer: '', schemaPointer: '' }, canonicalForm(was), canonicalForm(is))
}

const diffNode = (place: Place, before: ExactJson, after: ExactJson): Change[] => {
  if (equalJson(before, after)) return []
  if (!isExactObject(before) || !isExactObject(after))
    return [{ kind: 'schema-changed', ...place, keyword: null, before, after }]
  const node = { place, before, after }
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byInterest)
  return keywords
    .filter((keyword) => !equalJson(own(before, keyword), own(after, keyword)))
    .flatMap((keyword) => diffKeyword(node, keyword))
}

const diffKeyword = (node: NodePair, keyword: string): readonly Change[] => {
  const changes = namedChanges(node, keyword)
  const facts = { ...node.place, keyword, ...sides(node, keyword) }
  if (changes === null) return [{ kind: 'schema-changed', ...facts }]
  if (changes.length > 0 || (keyword === 'required' && isToldByProperties(node))) return changes
  // Written otherwise, meant the same: an empty `required` and none at all.
  return [{ kind: 'metadata-changed', ...facts }]
}

/** Null when the keyword changed in a way that has no name; empty when both sides mean the same. */
const namedChanges = (node: NodePair, keyword: string): Change[] | null => {
  switch (keyword) {
    case 'properties':
      return diffProperties(node)
    case 'required':
      return diffRequired(node)
    case 'type':
      return diffTypes(node)
    case 'enum':
      return diffEnum(node)
    case 'items':
      return diffItems(node)
    case 'additionalProperties':
      return diffOpenness(node)
    case 'description':
      return [{ kind: 'description-changed', ...node.place, ...sides(node, keyword) }]
    case 'labels':
      return [{ kind: 'labels-changed', ...node.place, ...sides(node, keyword) }]
    default:
      if (isLimit(keyword)) return diffLimit(node, keyword)
      return isMetadata(node, keyword) ? [] : null
  }
}

const diffProperties = ({ place, before, after }: NodePair): Change[] | null => {
  const [was, is] = [propertiesOf(before), propertiesOf(after)]
  if (was === null || is === null) return null
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return names.flatMap((name): Change[] => {
    const here = placeOfProperty(place, name)
    const [old, now] = [own(was, name), own(is, name)]
    if (old === undefined && now !== undefined)
      return [
        {
          kind: 'property-added',
          ...here,
          after: now,
          required: isRequired(after, name),
          open: isOpen(after),
        },
      ]
    if (now === undefined && old !== undefined)
      return [
        {
          kind: 'property-removed',
          ...here,
          before: old,
          required: isRequired(before, name),
          open: isOpen(after),
        },
      ]
    return old !== undefined && now !== undefined ? diffNode(here, old, now) : []
  })
}

const diffRequired = (node: NodePair): Change[] | null => {
  const [was, is] = [requiredOf(node.before), requiredOf(node.after)]
  if (was === null || is === null) return null
  const changed = (names: readonly string[], others: readonly string[], kind: RequiredKind): Change[] =>
    names
      .filter((name) => !others.includes(name) && !cameOrWent(node, name, kind))
      .map((name) => ({ kind, ...placeOfProperty(node.place, name) }))
  return [...changed(is, was, 'property-required'), ...changed(was, is, 'property-optional')]
}

type RequiredKind = 'property-required' | 'property-optional'

/** An added property says by itself that it is required, a removed one that it was. */
const cameOrWent = ({ before, after }: NodePair, name: string, kind: RequiredKind): boolean => {
  const [with_, without] = kind === 'property-required' ? [after, before] : [before, after]
  return (
    own(propertiesOf(with_) ?? {}, name) !== undefined && own(propertiesOf(without) ?? {}, name) === undefined
  )
}

/** Properties that came or went tell why `required` changed. */
const isToldByProperties = (node: NodePair): boolean =>
  (['property-required', 'property-optional'] as const).some((kind) =>
    [...(requiredOf(node.before) ?? []), ...(requiredOf(node.after) ?? [])].some((name) =>
      cameOrWent(node, name, kind),
    ),
  )

const diffItems = (node: NodePair): Change[] => {
  const [was, is] = [node.before.items, node.after.items]
  if (isExactObject(was) && isExactObject(is)) {
    const { rule, pointer, schemaPointer } = node.place
    return diffNode({ rule, pointer: `${pointer}/*`, schemaPointer: `${schemaPointer}/items` }, was, is)
  }
  return [{ kind: 'items-changed', ...node.place, ...sides(node, 'items') }]
}

const diffOpenness = ({ place, before, after }: NodePair): Change[] | null => {
  if (isOpen(before) && isOpen(after)) return []
  if (isOpen(before) && after.additionalProperties === false) return [{ kind: 'names-closed', ...place }]
  if (before.additionalProperties === false && isOpen(after)) return [{ kind: 'names-opened', ...place }]
  return null
}

const metadata = new Set([
  '$comment',
  'default',
  'examples',
  'isNewProperty',
  'readOnly',
  'title',
  'writeOnly',
])

/** Segment's older plans give every node an `id` that only repeats its place; it identifies nothing. */
const isMetadata = (node: NodePair, keyword: string): boolean =>
  metadata.has(keyword) ||
  (keyword === '$id' &&
    [node.before.$id, node.after.$id].every(
      (id) => id === undefined || (typeof id === 'string' && id.startsWith('/')),
    ))

/** JSON Schema draft-07: an object takes names that it does not plan unless `additionalProperties` says otherwise. */
const isOpen = ({ additionalProperties: others }: ExactObject): boolean =>
  others === undefined || others === true || (isExactObject(others) && Object.keys(others).length === 0)

const propertiesOf = ({ properties }: ExactObject): ExactObject | null =>
  properties === undefined ? {} : isExactObject(properties) ? properties : null

const requiredOf = ({ required }: ExactObject): readonly string[] | null => {
  if (required === undefined) return []
  return isExactArray(required) && required.every((name) => typeof name === 'string') ? required : null
}

const isRequired = (node: ExactObject, name: string): boolean => requiredOf(node)?.includes(name) ?? false

const placeOfProperty = ({ rule, pointer, schemaPointer }: Place, name: string): Place => ({
  rule,
  pointer: childPointer(pointer, name),
  schemaPointer: childPointer(`${schemaPointer}/properties`, name),
})

const interest = ['description', 'labels', 'properties', 'required', 'type']

/** The keywords that people look at first come first; the rest by name. */
const byInterest = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1)

const rank = (keyword: string): number => {
  const at = interest.indexOf(keyword)
  return at < 0 ? interest.length : at
}
