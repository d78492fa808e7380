import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'

/** Marks of older editors, which mean nothing. */
const marks = ['$id', 'id', 'isNewProperty']
const rowKeywords: ReadonlySet<string> = new Set([
  ...['description', 'enum', 'format', 'items', 'pattern', 'properties', 'required', 'type'],
  ...marks,
])
const itemKeywords: ReadonlySet<string> = new Set(['properties', 'required', 'type', ...marks])
/** Of a section its rows are all that is shown, of the rule itself its description and labels, too. */
const sectionKeywords = itemKeywords
const rootKeywords: ReadonlySet<string> = new Set([
  ...['$schema', 'description', 'labels', 'title'],
  ...sectionKeywords,
])

/** Keywords of the rule itself that the table does not show. */
export const beyondRoot = (node: ExactObject): string[] => [
  ...beyondOf(node, rootKeywords),
  ...beyondType(node),
]

/** The same of one of its sections. */
export const beyondSection = (node: ExactObject): string[] => [
  ...beyondOf(node, sectionKeywords),
  ...beyondType(node),
]

/** Both are objects as a matter of course; any other type is worth telling. */
const beyondType = (node: ExactObject): string[] => {
  const types = typesOf(node)
  return types?.every((type) => type === 'object') === false ? ['type'] : []
}

/** Keywords of a node that no column shows, `items/…` for those of what a list holds. */
export const beyondOf = (node: ExactObject, known: ReadonlySet<string> = rowKeywords): string[] => {
  const { items } = node
  const ofItems =
    items === undefined
      ? []
      : isExactObject(items)
        ? beyondOf(items, itemKeywords)
            // Older editors gave every list's content a description that says nothing.
            .filter((keyword) => keyword !== 'description' || items.description !== '')
            .map((keyword) => `items/${keyword}`)
        : ['items']
  const ofNode = Object.keys(node).filter((keyword) => !known.has(keyword) || !isReadable(node, keyword))
  return [...ofNode, ...(known.has('items') ? ofItems : [])]
}

/** Whether a keyword that has a column holds what the column can show. */
const isReadable = (node: ExactObject, keyword: string): boolean => {
  const value = node[keyword] ?? null
  switch (keyword) {
    case 'type':
      return typesOf(node) !== null
    case 'enum':
      return isExactArray(value)
    case 'required':
      return isExactArray(value) && value.every((name) => own(propertiesOf(node), String(name)) !== undefined)
    case 'labels':
      return isExactObject(value) && Object.values(value).every((label) => typeof label === 'string')
    case 'properties':
      return isExactObject(value)
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
export const typesOf = ({ type }: ExactObject): readonly string[] | null => {
  if (type === undefined) return []
  const names: readonly ExactJson[] = isExactArray(type) ? type : [type]
  const known = names.filter((name) => typeof name === 'string').filter((name) => typeNames.has(name))
  return known.length === names.length && names.length > 0 ? known : null
}

export const propertiesOf = ({ properties }: ExactObject): ExactObject =>
  isExactObject(properties) ? properties : {}

/** Own keys only: a property named `constructor` is not what every object inherits. */
export const own = (object: ExactObject, key: string): ExactJson | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined
