import { type ExactJson, type ExactObject, isExactArray, isExactObject } from './exact-json'
import {
  atNode,
  atProperty,
  propertiesOf,
  type Refusal,
  refuse,
  type SchemaUpdated,
  set,
  show,
  unset,
} from './schema-path'
import { pointerSegments } from './schema-pointer'

/** A row is named by its place in the rule (`schemaPointer`). Null takes the keyword away. */
export type RowEdit =
  /** `parent`: the place of the object that gets the property, a section such as `/properties/properties` included. */
  | {
      readonly kind: 'add'
      readonly parent: string
      readonly name: string
      readonly schema: ExactJson
      readonly required: boolean
    }
  | { readonly kind: 'remove'; readonly at: string }
  | { readonly kind: 'rename'; readonly at: string; readonly name: string }
  | { readonly kind: 'set-required'; readonly at: string; readonly required: boolean }
  /** No types at all means any type. */
  | { readonly kind: 'set-type'; readonly at: string; readonly types: readonly string[] }
  | { readonly kind: 'set-item-types'; readonly at: string; readonly types: readonly string[] }
  | { readonly kind: 'set-enum'; readonly at: string; readonly values: readonly ExactJson[] | null }
  /** `at` is `''` for the event itself. */
  | { readonly kind: 'set-description'; readonly at: string; readonly text: string | null }
  | { readonly kind: 'set-pattern'; readonly at: string; readonly pattern: string | null }
  | { readonly kind: 'set-format'; readonly at: string; readonly format: string | null }
  | { readonly kind: 'set-labels'; readonly labels: Readonly<Record<string, string>> | null }
  /** A row that the table cannot show, edited as JSON in place. */
  | { readonly kind: 'set-schema'; readonly at: string; readonly schema: ExactJson }

/**
 * Carries out one edit of the property table on the schema. Touches the nodes that the edit names and nothing else:
 * order of keys, unknown keywords and defects elsewhere stay as they are.
 */
export const updateSchema = (schema: ExactJson, edit: RowEdit): SchemaUpdated => {
  switch (edit.kind) {
    case 'add':
      return addProperty(schema, edit.parent, edit.name, edit.schema, edit.required)
    case 'remove':
      return atProperty(schema, edit.at, (holder, name) => {
        const without = setRequired(holder, name, false)
        return set(without ?? holder, 'properties', unset(propertiesOf(holder), name))
      })
    case 'rename':
      return atProperty(schema, edit.at, (holder, name) => renamed(holder, name, edit.name))
    case 'set-required':
      return atProperty(
        schema,
        edit.at,
        (holder, name) =>
          setRequired(holder, name, edit.required) ??
          refuse('unreadable', `"required" beside ${show(name)} is no list; repair it first.`),
      )
    case 'set-type':
      return atNode(schema, edit.at, (node) => setTypes(node, edit.types))
    case 'set-item-types':
      return atNode(schema, edit.at, (node) => {
        const { items } = node
        if (items !== undefined && !isExactObject(items))
          return refuse('unreadable', 'What the list holds is described place by place; edit it as JSON.')
        return set(node, 'items', setTypes(items ?? {}, edit.types))
      })
    case 'set-enum':
      return atNode(schema, edit.at, (node) => setOrUnset(node, 'enum', edit.values))
    case 'set-description':
      return atNode(schema, edit.at, (node) => setOrUnset(node, 'description', edit.text))
    case 'set-pattern':
      return atNode(schema, edit.at, (node) => setOrUnset(node, 'pattern', edit.pattern))
    case 'set-format':
      return atNode(schema, edit.at, (node) => setOrUnset(node, 'format', edit.format))
    case 'set-labels':
      return atNode(schema, '', (node) => setOrUnset(node, 'labels', edit.labels))
    case 'set-schema':
      return atProperty(schema, edit.at, (holder, name) =>
        set(holder, 'properties', set(propertiesOf(holder), name, edit.schema)),
      )
  }
}

/** Several edits, one after the other; the first that is refused stops them all. */
export const updateSchemaBy = (schema: ExactJson, edits: readonly RowEdit[]): SchemaUpdated =>
  edits.reduce<SchemaUpdated>((done, edit) => (done.ok ? updateSchema(done.schema, edit) : done), {
    ok: true,
    schema,
  })

const addProperty = (
  schema: ExactJson,
  parent: string,
  name: string,
  property: ExactJson,
  required: boolean,
): SchemaUpdated =>
  atNode(withSection(schema, parent), parent, (holder) => {
    if (holder.properties !== undefined && !isExactObject(holder.properties))
      return refuse('unreadable', '"properties" is no map here; repair it first.')
    if (Object.hasOwn(propertiesOf(holder), name))
      return refuse('name-taken', `${show(name)} is there already.`)
    const added = set(holder, 'properties', set(propertiesOf(holder), name, property))
    return required
      ? (setRequired(added, name, true) ??
          refuse('unreadable', '"required" is no list here; repair it first.'))
      : added
  })

const sectionPlaces = new Set(['/properties/properties', '/properties/traits', '/properties/context'])

/** A rule that says nothing about a section yet gets it with its first property. */
const withSection = (schema: ExactJson, parent: string): ExactJson => {
  if (!sectionPlaces.has(parent) || !isExactObject(schema)) return schema
  const section = pointerSegments(parent)[1] ?? ''
  const planned = schema.properties ?? {}
  if (!isExactObject(planned) || Object.hasOwn(planned, section)) return schema
  return set(schema, 'properties', set(planned, section, { type: 'object' }))
}

const renamed = (holder: ExactObject, name: string, newName: string): ExactObject | Refusal => {
  const properties = propertiesOf(holder)
  if (newName === name) return holder
  if (Object.hasOwn(properties, newName)) return refuse('name-taken', `${show(newName)} is there already.`)
  const moved = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key === name ? newName : key, value]),
  )
  const withProperties = set(holder, 'properties', moved)
  return isExactArray(holder.required)
    ? set(
        withProperties,
        'required',
        holder.required.map((item) => (item === name ? newName : item)),
      )
    : withProperties
}

/** Null when `required` cannot be read. An emptied list goes: draft-04 refuses it, and it says nothing. */
const setRequired = (holder: ExactObject, name: string, required: boolean): ExactObject | null => {
  const list = holder.required ?? []
  if (!isExactArray(list)) return null
  if (list.includes(name) === required) return holder
  const names = required ? [...list, name] : list.filter((item) => item !== name)
  return names.length === 0 ? unset(holder, 'required') : set(holder, 'required', names)
}

/** Rules made in Segment's editor write one type as a list, others as text: whichever stands is kept. */
const setTypes = (node: ExactObject, types: readonly string[]): ExactObject => {
  const [only] = types
  if (only === undefined) return unset(node, 'type')
  return set(node, 'type', types.length === 1 && !isExactArray(node.type) ? only : types)
}

const setOrUnset = (object: ExactObject, key: string, value: ExactJson | null): ExactObject =>
  value === null ? unset(object, key) : set(object, key, value)
