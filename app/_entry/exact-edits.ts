import { isExactArray, isExactObject } from '@/domain/plan/exact-json'
import { printJson } from '@/domain/plan/print-json'
import { readJson } from '@/domain/plan/read-json'
import { fail } from '@/server/usecases/fail'

/**
 * Gives each edit of a body the exact text of its schema (`schemaText`) where the sender gave none, so that numbers
 * which JavaScript rounds arrive as they were sent. A body without edits stays as it is.
 *
 * @throws Failed `malformed` for what cannot be kept without loss: a key given twice, nesting beyond measure
 */
export const exactEdits = (text: string, body: unknown): unknown => {
  if (!hasEdits(body)) return body
  const reading = readJson(text, { depth: 200, length: text.length })
  if (!reading.ok) return fail({ code: 'malformed', detail: reading.refusal.message })
  const exact = isExactObject(reading.value) ? reading.value.edits : undefined
  if (!isExactArray(exact)) return body
  return { ...body, edits: body.edits.map((edit, at) => withText(edit, exact[at])) }
}

const hasEdits = (body: unknown): body is { readonly edits: readonly unknown[] } =>
  typeof body === 'object' && body !== null && 'edits' in body && Array.isArray(body.edits)

const withText = (edit: unknown, exact: Parameters<typeof isExactObject>[0]): unknown => {
  if (typeof edit !== 'object' || edit === null || 'schemaText' in edit) return edit
  const schema = isExactObject(exact) ? exact.jsonSchema : undefined
  return schema === undefined || schema === null ? edit : { ...edit, schemaText: printJson(schema) }
}
