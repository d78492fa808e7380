import fc from 'fast-check'
import type { Json } from '../plan/json'

const names = ['a', 'b', 'type', 'required', 'a/b']
const value = fc.constantFrom<Json>(null, true, 0, 1, 1.5, 'a', 'b', [], ['a'], { a: 1 })
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 })
const typeNames = fc.constantFrom('string', 'number', 'integer', 'null', 'object', 'array', 'any')

/** Schemas as plans hold them, defects included, small enough that two of them often share something. */
export const anySchema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json; node: Json }>((tie) => ({
  schema: fc.oneof({ maxDepth: 3, depthIdentifier: 'schema' }, fc.constantFrom<Json>({}, true), tie('node')),
  node: fc
    .record({
      type: optional(fc.oneof(typeNames, fc.uniqueArray(typeNames, { maxLength: 3 }), fc.constant(null))),
      description: optional(fc.constantFrom('one', 'two')),
      properties: optional(fc.dictionary(fc.constantFrom(...names), tie('schema'), { maxKeys: 3 })),
      required: optional(fc.oneof(fc.uniqueArray(fc.constantFrom(...names)), fc.boolean())),
      enum: optional(fc.array(value, { maxLength: 3 })),
      items: optional(fc.oneof(tie('schema'), fc.array(tie('schema'), { maxLength: 2 }))),
      additionalProperties: optional(fc.oneof(fc.boolean(), tie('schema'))),
      pattern: optional(fc.constantFrom('^a', 'b$')),
      minimum: optional(fc.constantFrom(0, 1, 2)),
      exclusiveMinimum: optional(fc.constantFrom<Json>(true, false, 1)),
      anyOf: optional(fc.array(tie('schema'), { maxLength: 2 })),
      labels: optional(fc.constantFrom<Json>({ team: 'a' }, { team: 'b' })),
      id: optional(fc.constantFrom('/a', 'b')),
    })
    // JSON has no undefined.
    .map((node) => JSON.parse(JSON.stringify(node)) as Json),
})).schema
