import type { Edit } from '../../plan/edit'
import type { ExactObject } from '../../plan/exact-json'
import type { Json } from '../../plan/json'
import { parseSchema } from '../../plan/parse-schema'
import { printLike } from '../../plan/print-like'
import type { Rule } from '../../plan/rule'
import { ruleIdOf } from '../../plan/rule-id'
import { atNode } from '../../plan/schema-path'
import { toSchemaPointer, valueAt } from '../../plan/schema-pointer'
import type { RowEdit } from '../../plan/update-schema'
import { updateSchemaText } from '../../plan/update-schema-text'
import type { Suggestion, SuggestionKind } from './suggestion'

/** A way to end a violation in the plan, before its effect is known. */
export type Candidate = Pick<Suggestion, 'kind' | 'title' | 'detail' | 'edits'> & {
  /** Values that it means to let through; others that come with them slip through. */
  readonly means?: (value: Json) => boolean
}

export const changeOf = (rule: Rule, after: string): Edit => ({
  ...ruleIdOf(rule),
  before: rule.schemaText,
  after,
})

/** A candidate that edits rows of the property table; null where they cannot be edited so. */
export const byRows = (
  rule: Rule,
  rows: readonly RowEdit[],
  told: Omit<Candidate, 'edits'>,
): Candidate | null => {
  const updated = updateSchemaText(rule.schemaText, rows)
  if (!updated.ok || updated.schemaText === rule.schemaText) return null
  return { ...told, edits: [changeOf(rule, updated.schemaText)] }
}

/** The same that makes a new node at a place of the message. */
export const byNode = (
  rule: Rule,
  pointer: string,
  step: (node: ExactObject) => ExactObject,
  told: Omit<Candidate, 'edits'>,
): Candidate | null => {
  const parsed = parseSchema(rule.schemaText)
  if (!parsed.ok) return null
  const updated = atNode(parsed.value, toSchemaPointer(pointer, parsed.value), step)
  if (!updated.ok) return null
  const after = printLike(rule.schemaText, updated.schema)
  return after === rule.schemaText ? null : { ...told, edits: [changeOf(rule, after)] }
}

/** The rule's own node for a place of the message; null where a combination or nothing stands for it. */
export const nodeAt = (rule: Rule, pointer: string): { readonly [key: string]: Json } | null => {
  const found = valueAt(rule.jsonSchema, toSchemaPointer(pointer, rule.jsonSchema))
  return typeof found === 'object' && found !== null && !Array.isArray(found)
    ? (found as { readonly [key: string]: Json })
    : null
}

/** How people call a place: `products.sku` for `/properties/products/*\/sku`. */
export const placeName = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .filter((segment, i) => segment !== '*' && !(i === 0 && sections.has(segment)))
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

const sections = new Set(['properties', 'traits', 'context'])

export const kindOrder: Readonly<Record<SuggestionKind, number>> = {
  'fix-in-code': 0,
  'add-enum-values': 1,
  'allow-null': 2,
  'widen-range': 3,
  'widen-length': 4,
  'widen-items': 5,
  'widen-pattern': 6,
  'add-property': 7,
  'add-event': 8,
  'new-version': 9,
  'make-optional': 10,
  'widen-type': 11,
  'drop-format': 12,
  'allow-anything': 13,
}
