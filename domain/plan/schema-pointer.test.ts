import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { pointerOf, pointerSegments, toMessagePointer, toSchemaPointer, valueAt } from './schema-pointer'

describe('JSON pointers', () => {
  test('carry any names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1', '') })), (segments) => {
        expect(pointerSegments(pointerOf(segments))).toEqual(segments)
      }),
    )
  })

  test('find own keys and indices only', () => {
    const value: Json = { 'a/b': [{ x: 1 }], '': 0 }
    expect(valueAt(value, '/a~1b/0/x')).toBe(1)
    expect(valueAt(value, '/')).toBe(0)
    expect(valueAt(value, '')).toBe(value)
    for (const nowhere of ['/toString', '/a~1b/length', '/a~1b/00', '/a~1b/1', '/a~1b/0/x/y'])
      expect(valueAt(value, nowhere)).toBeUndefined()
  })
})

test.each([
  ['', ''],
  ['/properties/coupon', '/properties/properties/properties/coupon'],
  ['/properties/products/*/sku', '/properties/properties/properties/products/items/properties/sku'],
  ['/traits/a~1b', '/properties/traits/properties/a~1b'],
])('%j in the message is %j in the rule, and back', (message, schema) => {
  expect(toSchemaPointer(message)).toBe(schema)
  expect(toMessagePointer(schema)).toBe(message)
})

test('a property named * is told from any item by the plan', () => {
  const schema = { properties: { list: { properties: { '*': {} } } } }
  expect(toSchemaPointer('/list/*', schema)).toBe('/properties/list/properties/*')
  expect(toSchemaPointer('/list/*')).toBe('/properties/list/items')
})

test.each<[string, string | null]>([
  ['/properties/a/anyOf/0/properties/b', '/a/b'],
  ['/properties/a/if/properties/then', '/a/then'],
  ['/properties/a/items/0/properties/b', '/a/*/b'],
  ['/patternProperties/^x', '/*'],
  ['/additionalProperties/properties/b', '/*/b'],
  ['/definitions/x/properties/b', null],
  ['/properties/a/type', null],
  ['/properties', null],
])('%j in the rule is %j in the message', (schema, message) => expect(toMessagePointer(schema)).toBe(message))
