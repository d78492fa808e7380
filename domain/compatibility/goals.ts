import type { Json } from '../plan/json'
import type { Budget } from './budget'
import type { Literal } from './fact'
import type { SchemaReader } from './schema-reader'

/** `none` is a proof that no such value exists; `unknown` says nothing. */
export type Answer =
  | { readonly is: 'found'; readonly value: Json }
  | { readonly is: 'none' }
  | { readonly is: 'unknown' }

export const none: Answer = { is: 'none' }
export const found = (value: Json): Answer => ({ is: 'found', value })

/** What the solvers of the kinds may ask for while they look for a value. */
export type Goals = {
  readonly reader: SchemaReader
  readonly budget: Budget
  /** A value for which all literals hold. */
  satisfy(literals: readonly Literal[]): Answer
  /** `unknown`, with the reason kept for the report. */
  doubt(reason: string): Answer
}
