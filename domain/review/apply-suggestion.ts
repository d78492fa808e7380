import type { Edit } from '../plan/edit'
import { type ExactJson, type ExactObject, isExactObject } from '../plan/exact-json'
import { parseSchema, schemaBounds } from '../plan/parse-schema'
import { printLike } from '../plan/print-like'
import { readJson } from '../plan/read-json'
import { toSchemaPointer, valueAt } from '../plan/schema-pointer'
import { updateSchemaText } from '../plan/update-schema-text'

const inLines = '{\n  "in": "lines"\n}'

export type Suggested =
  | { readonly ok: true; readonly schemaText: string }
  | { readonly ok: false; readonly message: string }

/**
 * The text of an edit's schema with what was suggested: at a property another schema, at `''`, the event itself, another
 * description or other labels. `pointer` is the place in the message, `suggestion` JSON text. Refused where the edit
 * removes the rule, has no such property, or the suggestion is nothing that can stand there.
 */
export const applySuggestion = (
  { after }: Pick<Edit, 'after'>,
  pointer: string,
  suggestion: string,
): Suggested => {
  if (after === null) return { ok: false, message: 'The edit removes the rule, so nothing can stand there.' }
  const schema = readJson(suggestion, schemaBounds)
  if (!schema.ok) return { ok: false, message: schema.refusal.message }
  if (!isExactObject(schema.value)) return { ok: false, message: 'Suggest a schema: a JSON object.' }
  if (pointer === '') return withWords(after, schema.value)
  const parsed = parseSchema(after)
  const at = toSchemaPointer(pointer, parsed.ok ? parsed.value : undefined)
  const updated = updateSchemaText(after, [{ kind: 'set-schema', at, schema: schema.value }])
  return updated.ok ? updated : { ok: false, message: updated.refusal.message }
}

/** Keywords of the event itself that are for people. All else is suggested at its property. */
const words = ['description', 'labels'] as const

const Suggestible = {
  description: (value: ExactJson): value is string => typeof value === 'string',
  labels: (value: ExactJson): value is Readonly<Record<string, string>> =>
    isExactObject(value) && Object.values(value).every((label) => typeof label === 'string'),
}

/** `null` takes the description or the labels away; what is not named stays. */
const withWords = (after: string, suggested: ExactObject): Suggested => {
  const other = Object.keys(suggested).find((name) => !words.some((word) => word === name))
  if (other !== undefined || Object.keys(suggested).length === 0)
    return {
      ok: false,
      message: 'Of the event itself, suggest "description" or "labels"; all else at its property.',
    }
  const { description = null, labels = null } = suggested
  if (description !== null && !Suggestible.description(description))
    return { ok: false, message: 'A description is text.' }
  if (labels !== null && !Suggestible.labels(labels))
    return { ok: false, message: 'Labels are names with a text each.' }
  const updated = updateSchemaText(after, [
    ...('description' in suggested ? [{ kind: 'set-description', at: '', text: description } as const] : []),
    ...('labels' in suggested ? [{ kind: 'set-labels', labels } as const] : []),
  ])
  return updated.ok ? updated : { ok: false, message: updated.refusal.message }
}

/** What an edit leaves at a place, as text to begin a suggestion with; null where none can be made. */
export const suggestibleText = ({ after }: Pick<Edit, 'after'>, pointer: string): string | null => {
  if (after === null) return null
  const schema = readJson(after, schemaBounds)
  if (pointer === '' && schema.ok && isExactObject(schema.value)) {
    const { description = '', labels = {} } = schema.value
    return printLike(inLines, { description, labels })
  }
  if (!applySuggestion({ after }, pointer, '{}').ok) return null
  const node = schema.ok ? valueAt(schema.value, toSchemaPointer(pointer, schema.value)) : undefined
  return node === undefined ? null : printLike(inLines, node)
}
