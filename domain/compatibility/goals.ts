import type { Answer } from './answer'
import type { Budget } from './budget'
import type { Literal } from './fact'
import type { SchemaReader } from './schema-reader'

/** What the solvers of the kinds may ask for while they look for a value. */
export type Goals = {
  readonly reader: SchemaReader
  readonly budget: Budget
  /** A value for which all literals hold. */
  satisfy(literals: readonly Literal[]): Answer
  /** `unknown`, with the reason kept for the report. */
  doubt(reason: string): Answer
}
