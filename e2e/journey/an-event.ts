import type { SegmentRule } from './segment'

/** A TRACK rule from its properties, in the shape that Segment's editor gives rules. */
export const anEvent = (
  key: string,
  properties: Readonly<Record<string, object>>,
  { required = [], description = '' }: { required?: readonly string[]; description?: string } = {},
): SegmentRule => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description,
    type: 'object',
    properties: {
      context: {},
      traits: {},
      properties: { type: 'object', properties, required },
    },
    required: ['properties'],
  },
})
