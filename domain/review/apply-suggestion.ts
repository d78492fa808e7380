import type { Edit } from '../plan/edit'
import { parseSchema, schemaBounds } from '../plan/parse-schema'
import { printLike } from '../plan/print-like'
import { readJson } from '../plan/read-json'
import { toSchemaPointer, valueAt } from '../plan/schema-pointer'
import { updateSchemaText } from '../plan/update-schema-text'

export type Suggested =
  | { readonly ok: true; readonly schemaText: string }
  | { readonly ok: false; readonly message: string }

/**
 * The text of an edit's schema with another schema at a property. `pointer` is the property's place in the message,
 * `suggestion` JSON text. Refused where the edit removes the rule, has no such property, or the suggestion is no schema.
 */
export const applySuggestion = (
  { after }: Pick<Edit, 'after'>,
  pointer: string,
  suggestion: string,
): Suggested => {
  if (after === null) return { ok: false, message: 'The edit removes the rule, so nothing can stand there.' }
  const schema = readJson(suggestion, schemaBounds)
  if (!schema.ok) return { ok: false, message: schema.refusal.message }
  if (typeof schema.value !== 'object' || schema.value === null || Array.isArray(schema.value))
    return { ok: false, message: 'Suggest a schema: a JSON object.' }
  const parsed = parseSchema(after)
  const at = toSchemaPointer(pointer, parsed.ok ? parsed.value : undefined)
  const updated = updateSchemaText(after, [{ kind: 'set-schema', at, schema: schema.value }])
  return updated.ok ? updated : { ok: false, message: updated.refusal.message }
}

/** The schema that an edit leaves at a property, as text to begin a suggestion with; null where none can be made. */
export const suggestibleText = ({ after }: Pick<Edit, 'after'>, pointer: string): string | null => {
  if (after === null || !applySuggestion({ after }, pointer, '{}').ok) return null
  const schema = readJson(after, schemaBounds)
  const node = schema.ok ? valueAt(schema.value, toSchemaPointer(pointer, schema.value)) : undefined
  return node === undefined ? null : printLike('{\n  "in": "lines"\n}', node)
}
