import { memoByText } from '../plan/memo-by-text'
import type { ViolationType } from '../plan/violation-types'

export { type ViolationType, violationTypes } from '../plan/violation-types'

/**
 * Segment publishes two words, "Required" and "Invalid Type"; their form and the descriptions are those of
 * xeipuuv/gojsonschema, whose other error types stand here in the same form.
 */
const byRawType: Readonly<Record<string, ViolationType>> = {
  required: 'required',
  missing_dependency: 'required',
  invalid_type: 'invalid-type',
  enum: 'enum',
  const: 'enum',
  pattern: 'pattern',
  format: 'format',
  number_gt: 'range',
  number_gte: 'range',
  number_lt: 'range',
  number_lte: 'range',
  multiple_of: 'range',
  string_gte: 'length',
  string_lte: 'length',
  array_min_items: 'items',
  array_max_items: 'items',
  array_no_additional_items: 'items',
  unique: 'items',
  contains: 'items',
  number_any_of: 'combination',
  number_one_of: 'combination',
  number_all_of: 'combination',
  number_not: 'combination',
  condition_then: 'combination',
  condition_else: 'combination',
  additional_property_not_allowed: 'unplanned-property',
  unplanned_property: 'unplanned-property',
  unplanned_properties: 'unplanned-property',
  unplanned_trait: 'unplanned-property',
  unplanned_traits: 'unplanned-property',
  unplanned_event: 'unplanned-event',
}

/** For words that are not in the table: the descriptions of gojsonschema. */
const byDescription: readonly (readonly [RegExp, ViolationType])[] = [
  [/ is required\.?$/i, 'required'],
  [/^invalid type\b/i, 'invalid-type'],
  [/must be one of the following|does not match: /i, 'enum'],
  [/^does not match pattern/i, 'pattern'],
  [/^does not match format/i, 'format'],
  [/^string length must/i, 'length'],
  [/^must be (greater|less) than|^must be a multiple of/i, 'range'],
  [/^array must have|^array items|items? must be unique|at least one of the items/i, 'items'],
  [/^additional property .* is not allowed/i, 'unplanned-property'],
  [/^must (not )?validate/i, 'combination'],
]

/** Segment has few words, and one comes with every violation. */
const wordOf = memoByText(
  (rawType: string): string =>
    rawType
      .trim()
      .toLowerCase()
      .replace(/[^a-z]+/g, '_'),
  100_000,
)

/** Our word for a violation, from Segment's `violationType` and `violationDescription`; `other` when unknown. */
export const violationTypeOf = (rawType: string, description: string): ViolationType => {
  const word = wordOf(rawType)
  if (Object.hasOwn(byRawType, word)) return byRawType[word] ?? 'other'
  return byDescription.find(([form]) => form.test(description.trim()))?.[1] ?? 'other'
}
