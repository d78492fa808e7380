import type { Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { compileSchemaWithErrors } from '../validation/compile-schema'
import { occurrencesOfErrors } from '../validation/occurrences-of-errors'
import { isQuickToCompile } from './size-gate'
import { touchedPart } from './touched-part'

/** One thing that a schema has against a message. `pointer` leads into the message, array indices as `*`. */
export type Refusal = { readonly pointer: string; readonly message: string }

/** Where and why a rule's schema refuses a message; empty when it does not, or the validator cannot say. */
export const refusalsOf = (rule: RuleId, schema: Json, message: Json): readonly Refusal[] => {
  const part = touchedPart(schema, message)
  if (!isQuickToCompile(part)) return []
  const compiled = compileSchemaWithErrors(part)
  if (!compiled.ok) return []
  try {
    return occurrencesOfErrors(compiled.errorsOf(message), message, rule, part).map(
      ({ pointer, message: why }) => ({
        pointer,
        message: why,
      }),
    )
  } catch {
    // As in `validatorAccepts`: endless references and inherited names break the validator itself.
    return []
  }
}
