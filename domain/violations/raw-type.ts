import type { ViolationType } from './violation-type'

/** The words of Segment for a violation that we found ourselves, in the form of xeipuuv/gojsonschema where unpublished. */
export const rawTypeOf: Readonly<Record<ViolationType, string>> = {
  required: 'Required',
  'invalid-type': 'Invalid Type',
  enum: 'Enum',
  pattern: 'Pattern',
  format: 'Format',
  range: 'Number Range',
  length: 'String Length',
  items: 'Array Items',
  combination: 'Combination',
  'unplanned-event': 'Unplanned Event',
  'unplanned-property': 'Unplanned Property',
  other: 'Other',
}
