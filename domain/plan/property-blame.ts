import { canonicalForm } from './canonical-form'
import { type ExactJson, type ExactObject, isExactObject } from './exact-json'
import { printSorted } from './print-json'
import { allRows, type PropertyRow, propertyTable } from './property-table'
import { valueAt } from './schema-pointer'

export type PropertyBlame = Pick<PropertyRow, 'pointer' | 'schemaPointer'> & {
  /** Which of the schemas given brought the property to what it is now. */
  readonly state: number
}

/**
 * For each property of the newest schema the state that last changed it, as validation and people see it: whether it
 * is required, and every keyword of its own; what it holds has a line of its own. A property that went and came back
 * counts from its return.
 *
 * @param schemas of one rule, newest first
 */
export const propertyBlame = (schemas: readonly ExactJson[]): readonly PropertyBlame[] => {
  const known = schemas.map((schema) => ownParts(canonicalForm(schema)))
  const [newest = new Map()] = known
  return [...newest.values()].map(({ pointer, schemaPointer, text }) => {
    const changed = known.findIndex((state) => state.get(schemaPointer)?.text !== text)
    return { pointer, schemaPointer, state: (changed === -1 ? known.length : changed) - 1 }
  })
}

/**
 * The state that last changed what the schema says of a place in the message, its coming and going included; the oldest
 * one where nothing ever changed it.
 *
 * @param schemas of one rule, newest first, at least one
 * @param pointer as the rows of the property table name places
 */
export const lastTouched = (schemas: readonly ExactJson[], pointer: string): number => {
  const known = schemas.map((schema) =>
    [...ownParts(canonicalForm(schema)).values()]
      .filter((part) => part.pointer === pointer)
      .map(({ text }) => text)
      .join(),
  )
  const changed = known.findIndex((state) => state !== known[0])
  return (changed === -1 ? known.length : changed) - 1
}

type OwnPart = Pick<PropertyRow, 'pointer' | 'schemaPointer'> & { readonly text: string }

const ownParts = (schema: ExactJson): ReadonlyMap<string, OwnPart> =>
  new Map(
    allRows(propertyTable(schema).rows).map(({ pointer, schemaPointer, required }) => [
      schemaPointer,
      {
        pointer,
        schemaPointer,
        text: printSorted([required, ownPart(valueAt(schema, schemaPointer) ?? null)]),
      },
    ]),
  )

const ownPart = (node: ExactJson): ExactJson => {
  if (!isExactObject(node)) return node
  const own = withoutChildren(node)
  return isExactObject(own.items) ? { ...own, items: withoutChildren(own.items) } : own
}

const withoutChildren = ({ properties: _, required: __, ...own }: ExactObject): ExactObject => own
