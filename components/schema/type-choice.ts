import type { PropertyRow, Section } from '@/domain/plan/property-table'
import type { RowEdit } from '@/domain/plan/update-schema'

export const simpleTypes = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const

export type SimpleType = (typeof simpleTypes)[number]

/** What the type column of the editor offers; `several` only where a schema names more than one. */
export type TypeChoice = SimpleType | 'any' | 'several'

type Typed = Pick<PropertyRow, 'types' | 'schemaPointer' | 'nullable'>

export const typeChoiceOf = ({ types }: Pick<PropertyRow, 'types'>): TypeChoice => {
  const [first, second] = types.filter((type) => type !== 'null')
  if (second !== undefined) return 'several'
  return simpleTypes.find((type) => type === first) ?? 'any'
}

/** Sets the type and keeps whether null is allowed. `any` allows null by itself. */
export const setType = ({ schemaPointer: at, nullable }: Typed, choice: TypeChoice): RowEdit[] => {
  if (choice === 'several') return []
  if (choice === 'any') return [{ kind: 'set-type', at, types: [] }]
  return [{ kind: 'set-type', at, types: nullable ? [choice, 'null'] : [choice] }]
}

/** Allows or refuses null and keeps the other types. Says nothing for `any`. */
export const setNullable = ({ schemaPointer: at, types }: Typed, nullable: boolean): RowEdit[] => {
  const others = types.filter((type) => type !== 'null')
  if (others.length === 0) return []
  return [{ kind: 'set-type', at, types: nullable ? [...others, 'null'] : others }]
}

/** Where a property put inside this row belongs; null where it cannot hold any. */
export const placeInside = (row: PropertyRow): string | null => {
  if (row.types.includes('object')) return row.schemaPointer
  if (row.types.includes('array') && row.itemTypes?.includes('object')) return `${row.schemaPointer}/items`
  return null
}

export const sectionPlace = (section: Exclude<Section, 'message'>): string => `/properties/${section}`
