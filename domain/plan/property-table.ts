import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import { childPointer } from './schema-pointer'
import { beyondOf, beyondRoot, beyondSection, own, propertiesOf, typesOf } from './table-columns'

/** The part of a message that a row stands in; `message` for what stands beside the three. */
export type Section = 'properties' | 'traits' | 'context' | 'message'

/** One property or trait as people see and edit it. */
export type PropertyRow = {
  /** Place in the message: `/properties/products/*\/sku`. */
  readonly pointer: string
  /** Place in the rule; edits name the row by it. */
  readonly schemaPointer: string
  readonly name: string
  /** 0 for what stands directly in its section. */
  readonly depth: number
  readonly section: Section
  /** Type names as the schema gives them, `null` among them; empty for any type. */
  readonly types: readonly string[]
  readonly nullable: boolean
  readonly required: boolean
  /** Numbers that JavaScript would round stand as they were written. */
  readonly enum: readonly ExactJson[] | null
  readonly format: string | null
  readonly pattern: string | null
  readonly description: string | null
  /** Types of what a list holds; null where nothing is said about it. */
  readonly itemTypes: readonly string[] | null
  /** Keywords that the table cannot show, `items/…` for those of what a list holds. They are edited as JSON in place. */
  readonly beyond: readonly string[]
  /** Whether the table shows all of the row. */
  readonly expressible: boolean
  /** Planned names inside: of the object itself, or of the objects that a list holds. */
  readonly children: readonly PropertyRow[]
}

export type PropertyTable = {
  readonly description: string | null
  /** Flat labels of the event; one that is no text is left to the JSON, and named in `beyond`. */
  readonly labels: Readonly<Record<string, string>>
  readonly rows: readonly PropertyRow[]
  /** Keywords of the rule and of its sections that the table cannot show. */
  readonly beyond: readonly { readonly schemaPointer: string; readonly keywords: readonly string[] }[]
}

/** The lens on a rule's schema; `updateSchema` is its way back. Shows a broken schema as far as it can be read. */
export const propertyTable = (schema: ExactJson): PropertyTable => {
  const root = isExactObject(schema) ? schema : {}
  const rows = Object.entries(propertiesOf(root)).flatMap(([name, node]) =>
    isSection(name) && isExactObject(node)
      ? rowsOf(node, { pointer: `/${name}`, schemaPointer: `/properties/${name}` }, name, 0)
      : [rowOf(node, { pointer: '', schemaPointer: '' }, name, root, 'message', 0)],
  )
  const beyond = [
    { schemaPointer: '', keywords: isExactObject(schema) ? beyondRoot(root) : ['schema'] },
    ...sections.flatMap((name) => {
      const node = own(propertiesOf(root), name)
      return isExactObject(node)
        ? [{ schemaPointer: `/properties/${name}`, keywords: beyondSection(node) }]
        : []
    }),
  ]
  return {
    description: textOf(root.description),
    labels: labelsOf(root.labels),
    rows,
    beyond: beyond.filter(({ keywords }) => keywords.length > 0),
  }
}

/** Rows and everything inside them, parents first. */
export const allRows = (rows: readonly PropertyRow[]): PropertyRow[] =>
  rows.flatMap((row) => [row, ...allRows(row.children)])

const sections = ['properties', 'traits', 'context'] as const

const isSection = (name: string): name is (typeof sections)[number] =>
  sections.some((section) => section === name)

type At = { readonly pointer: string; readonly schemaPointer: string }

const rowsOf = (node: ExactObject, at: At, section: Section, depth: number): PropertyRow[] =>
  Object.entries(propertiesOf(node)).map(([name, child]) => rowOf(child, at, name, node, section, depth))

const rowOf = (
  schema: ExactJson,
  parent: At,
  name: string,
  holder: ExactObject,
  section: Section,
  depth: number,
): PropertyRow => {
  const node = isExactObject(schema) ? schema : {}
  const at = {
    pointer: childPointer(parent.pointer, name),
    schemaPointer: childPointer(`${parent.schemaPointer}/properties`, name),
  }
  const items = isExactObject(node.items) ? node.items : null
  const inItems = { pointer: `${at.pointer}/*`, schemaPointer: `${at.schemaPointer}/items` }
  const types = typesOf(node) ?? []
  const beyond = isExactObject(schema) ? beyondOf(node) : ['schema']
  return {
    ...at,
    name,
    depth,
    section,
    types,
    nullable: types.includes('null'),
    required: isExactArray(holder.required) && holder.required.includes(name),
    enum: isExactArray(node.enum) ? node.enum : null,
    format: textOf(node.format),
    pattern: textOf(node.pattern),
    description: textOf(node.description),
    itemTypes: items ? (typesOf(items) ?? []) : null,
    beyond,
    expressible: beyond.length === 0,
    children: [
      ...rowsOf(node, at, section, depth + 1),
      ...(items ? rowsOf(items, inItems, section, depth + 1) : []),
    ],
  }
}

const textOf = (value: ExactJson | undefined): string | null => (typeof value === 'string' ? value : null)

const labelsOf = (labels: ExactJson | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isExactObject(labels) ? labels : {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
