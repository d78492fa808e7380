import { schemaBounds } from './parse-schema'
import { printJson } from './print-json'
import { printLike } from './print-like'
import { type JsonRefusal, readJson } from './read-json'
import type { RowEditRefusal } from './schema-path'
import { type RowEdit, updateSchemaBy } from './update-schema'

export type SchemaTextUpdated =
  | { readonly ok: true; readonly schemaText: string }
  | { readonly ok: false; readonly refusal: RowEditRefusal | JsonRefusal }

/**
 * Edits of the property table, carried out on the text of a schema. Numbers that JavaScript cannot carry keep their
 * digits. Edits that change nothing give the text back as it was received; else it is printed anew, in lines if it
 * was in lines.
 */
export const updateSchemaText = (schemaText: string, edits: readonly RowEdit[]): SchemaTextUpdated => {
  const reading = readJson(schemaText, schemaBounds)
  if (!reading.ok) return reading
  const updated = updateSchemaBy(reading.value, edits)
  if (!updated.ok) return updated
  const isSame = printJson(updated.schema) === printJson(reading.value)
  return { ok: true, schemaText: isSame ? schemaText : printLike(schemaText, updated.schema) }
}
