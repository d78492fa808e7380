import type { Json } from '../plan/json'
import type { ObjectLimits, SchemaNode } from './schema-node'

/** A schema that must accept the value (`yes`), or must refuse it. */
export type Literal = { readonly node: SchemaNode; readonly yes: boolean }

/** One thing that must be true of a value whose kind is settled. */
export type Fact =
  | { readonly is: 'integer'; readonly yes: boolean }
  | { readonly is: 'above' | 'below'; readonly limit: number; readonly inclusive: boolean }
  | { readonly is: 'multiple'; readonly of: number; readonly yes: boolean }
  /** Characters of a text, items of a list, properties of an object. */
  | { readonly is: 'at-least' | 'at-most'; readonly count: number }
  | { readonly is: 'pattern'; readonly pattern: string; readonly yes: boolean }
  | { readonly is: 'format'; readonly format: string; readonly yes: boolean }
  | { readonly is: 'items'; readonly prefix: readonly Literal[]; readonly rest?: Literal }
  | { readonly is: 'item-at' | 'item-from'; readonly index: number; readonly item: Literal }
  | { readonly is: 'distinct'; readonly yes: boolean }
  | { readonly is: 'shape'; readonly limits: ObjectLimits }
  | { readonly is: 'has'; readonly name: string; readonly value?: Literal }
  | { readonly is: 'lacks'; readonly name: string }
  | { readonly is: 'has-matching'; readonly pattern: string; readonly value: Literal }
  /** A property that neither `properties` nor `patternProperties` speaks of. */
  | { readonly is: 'has-other'; readonly limits: ObjectLimits; readonly value: Literal }
  | { readonly is: 'names'; readonly name: SchemaNode }
  | { readonly is: 'has-bad-name'; readonly name: SchemaNode }
  | { readonly is: 'one-of' | 'none-of'; readonly values: readonly Json[] }
  | { readonly is: 'opaque'; readonly text: string; readonly yes: boolean }

export type Demand = Literal | Fact

export const isLiteral = (demand: Demand): demand is Literal => 'node' in demand

/** All of one of the lists must hold. No list at all: impossible. An empty list: always so. */
export type Alternatives = readonly (readonly Demand[])[]

/** One part of a schema: what must be so for it to accept a value, and for it to refuse one. */
export type Clause = { readonly accepts: Alternatives; readonly refuses: Alternatives }
