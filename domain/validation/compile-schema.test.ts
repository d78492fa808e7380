import { describe, expect, test } from 'vitest'
import type { Json } from '../plan/json'
import { compileSchema, compileSchemaWithErrors } from './compile-schema'

const accepts = (schema: Json, value: Json) => {
  const compiled = compileSchema(schema)
  return compiled.ok ? compiled.validate(value) : compiled.reason
}

describe('compileSchema', () => {
  test.each<[string, Json, Json, boolean]>([
    [
      'ignores what stands beside $ref',
      {
        definitions: { a: { type: 'string' } },
        properties: { x: { $ref: '#/definitions/a', maxLength: 1 } },
      },
      { x: 'long' },
      true,
    ],
    [
      'follows local references',
      { definitions: { a: { type: 'string' } }, properties: { x: { $ref: '#/definitions/a' } } },
      { x: 1 },
      false,
    ],
    [
      'follows recursion',
      { properties: { next: { $ref: '#' } }, additionalProperties: false },
      { next: { next: { other: 1 } } },
      false,
    ],
    [
      'resolves inside identifiers',
      {
        properties: {
          x: {
            $id: 'http://a.test/x',
            definitions: { a: { type: 'null' } },
            properties: { y: { $ref: '#/definitions/a' } },
          },
        },
      },
      { x: { y: 1 } },
      false,
    ],
    [
      'takes the legacy id for nothing',
      { properties: { x: { id: '/properties/x', type: 'string' } } },
      { x: 1 },
      false,
    ],
    ['does not see what objects inherit', { required: ['toString'] }, {}, false],
    ['knows a property called constructor', { properties: { constructor: { type: 'string' } } }, {}, true],
    ['does not judge by unknown formats', { format: 'colour' }, 'red', true],
    ['judges by known formats', { format: 'date-time' }, 'yesterday', false],
    ['takes true', true, 1, true],
    ['takes false', false, 1, false],
    ['ignores labels', { labels: { a: 'b' }, type: 'string' }, 'x', true],
  ])('%s', (_name, schema, value, expected) => expect(accepts(schema, value)).toBe(expected))

  test.each<[Json, string]>([
    [{ $ref: 'http://example.test/schema.json' }, 'example.test'],
    [{ $ref: '#/definitions/none' }, 'none'],
    [{ pattern: '^(?=a)' }, 'looks around'],
    [{ type: 'any' }, 'type'],
    [{ minimum: '3' }, 'minimum'],
    ['text', 'object'],
  ])('%j does not compile, and says why', (schema, why) => expect(accepts(schema, {})).toContain(why))

  test('the same schema compiles again, identifiers and all', () => {
    const schema = { $id: 'http://a.test/s', definitions: { a: { $id: '#a', type: 'null' } }, $ref: '#a' }
    expect([accepts(schema, 1), accepts({ ...schema }, null)]).toEqual([false, true])
  })

  test('tells every constraint that is broken', () => {
    const compiled = compileSchemaWithErrors({
      required: ['a', 'b'],
      properties: { c: { type: 'string', enum: ['x'] } },
    })
    const errors = compiled.ok ? compiled.errorsOf({ c: 1 }) : []
    expect(errors.map(({ keyword, instancePath }) => `${keyword} ${instancePath}`)).toEqual([
      'type /c',
      'enum /c',
      'required ',
      'required ',
    ])
  })
})
