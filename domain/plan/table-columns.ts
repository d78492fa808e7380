import { isJsonObject, type Json, type JsonObject } from './json'

/** What a row shows, and the marks of older editors, which mean nothing. */
const shown = [
  '$id',
  'description',
  'enum',
  'format',
  'id',
  'isNewProperty',
  'items',
  'pattern',
  'properties',
  'required',
  'type',
]
const rowKeywords: ReadonlySet<string> = new Set(shown)
/** What the table shows of the rule itself, beside its rows. */
export const rootKeywords: ReadonlySet<string> = new Set(['$schema', 'labels', 'title', ...shown])
const itemKeywords: ReadonlySet<string> = new Set([
  '$id',
  'id',
  'isNewProperty',
  'properties',
  'required',
  'type',
])

/** Keywords of a node that no column shows, `items/…` for those of what a list holds. */
export const beyondOf = (node: JsonObject, known: ReadonlySet<string> = rowKeywords): string[] => {
  const { items } = node
  const ofItems =
    items === undefined
      ? []
      : isJsonObject(items)
        ? beyondOf(items, itemKeywords)
            // Older editors gave every list's content a description that says nothing.
            .filter((keyword) => keyword !== 'description' || items.description !== '')
            .map((keyword) => `items/${keyword}`)
        : ['items']
  const ofNode = Object.keys(node).filter((keyword) => !known.has(keyword) || !isReadable(node, keyword))
  return [...ofNode, ...(known.has('items') ? ofItems : [])]
}

/** Whether a keyword that has a column holds what the column can show. */
const isReadable = (node: JsonObject, keyword: string): boolean => {
  const value = node[keyword] ?? null
  switch (keyword) {
    case 'type':
      return typesOf(node) !== null
    case 'enum':
      return Array.isArray(value)
    case 'required':
      return (
        Array.isArray(value) && value.every((name) => own(propertiesOf(node), String(name)) !== undefined)
      )
    case 'properties':
      return isJsonObject(value)
    case 'description':
    case 'format':
    case 'pattern':
      return typeof value === 'string'
    default:
      return true
  }
}

const typeNames = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

/** Null when the schema names its types in no way that can be read. */
export const typesOf = ({ type }: JsonObject): readonly string[] | null => {
  if (type === undefined) return []
  const names: readonly Json[] = Array.isArray(type) ? type : [type]
  const known = names.filter((name) => typeof name === 'string').filter((name) => typeNames.has(name))
  return known.length === names.length && names.length > 0 ? known : null
}

export const propertiesOf = ({ properties }: JsonObject): JsonObject =>
  isJsonObject(properties) ? properties : {}

/** Own keys only: a property named `constructor` is not what every object inherits. */
export const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined
