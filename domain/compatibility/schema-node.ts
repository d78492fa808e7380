import type { Json } from '../plan/json'
import type { Answer } from './answer'

export const kinds = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const

export type Kind = (typeof kinds)[number]

export const kindOf = (value: Json): Kind => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as Kind
}

/** `integer` is a kind of number: `types` holds both words where the schema named only `number`. */
export type TypeName = Kind | 'integer'

export type NumberLimits = {
  readonly min?: number
  readonly exclusiveMin?: number
  readonly max?: number
  readonly exclusiveMax?: number
  readonly multipleOf?: number
}

export type StringLimits = {
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
}

/** `prefix` holds for the first items one by one, `rest` for those after; no `rest` means that anything may follow. */
export type ArrayLimits = {
  readonly prefix: readonly SchemaNode[]
  readonly rest?: SchemaNode
  readonly minItems?: number
  readonly maxItems?: number
  readonly unique: boolean
  readonly contains?: SchemaNode
}

export type ObjectLimits = {
  readonly properties: ReadonlyMap<string, SchemaNode>
  readonly patterns: readonly (readonly [pattern: string, schema: SchemaNode])[]
  readonly additional?: SchemaNode
  readonly required: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly names?: SchemaNode
  readonly dependencies: ReadonlyMap<string, readonly string[] | SchemaNode>
}

/** What has been found out about a schema that holds no other schemas; true in whatever schema it stands. */
export type Leaf = { valueWithin?: { readonly answer: Answer; readonly steps: number } }

/**
 * A draft-07 schema, read once. Nodes that mean the same by their text are the same object, so that a constraint
 * and its negation cancel out by identity. All parts hold together.
 */
export type SchemaNode = {
  readonly id: number
  /** False accepts nothing. */
  readonly possible: boolean
  readonly types?: ReadonlySet<TypeName>
  /** One list for each of `enum` and `const`. */
  readonly values: readonly (readonly Json[])[]
  readonly number?: NumberLimits
  readonly string?: StringLimits
  readonly array?: ArrayLimits
  readonly object?: ObjectLimits
  readonly allOf: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly not?: SchemaNode
  /** Where a branch is missing, everything will do. */
  readonly condition?: {
    readonly if: SchemaNode
    readonly then: SchemaNode | undefined
    readonly else: SchemaNode | undefined
  }
  /** The schema that stands elsewhere; nothing else holds beside it. */
  readonly reference?: () => SchemaNode
  /** What cannot be judged: a keyword whose value is no schema's, a reference that leads out. */
  readonly opaque?: string
  /** Set where no schema stands inside. */
  readonly leaf?: Leaf
}
