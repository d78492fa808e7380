import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { knownDefects } from './known-defects'

const found = (schema: Json) => knownDefects(schema).map(({ name, pointer }) => `${name} ${pointer}`)

describe('knownDefects', () => {
  test('finds nothing in a sound schema, whatever its properties are called', () => {
    const names = [
      'type',
      'required',
      'id',
      'labels',
      'enum',
      'properties',
      'isNewProperty',
      '__proto__',
      'constructor',
    ]
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'] }])),
      required: names,
      items: true,
      dependencies: { a: ['b'], c: {} },
      default: { type: 'any', required: true },
      exclusiveMinimum: 3,
    }
    expect(found(schema)).toEqual([])
  })

  test.each<[Json, string[]]>([
    [{ properties: { a: { type: 'any' } } }, ['unknown-type /properties/a/type']],
    [{ type: ['string', 'any'] }, ['unknown-type /type']],
    [{ type: 'string,' }, ['unknown-type /type']],
    [{ type: null }, ['type-is-not-text /type']],
    [{ type: [] }, ['type-is-not-text /type']],
    [{ properties: { a: { required: true } } }, ['required-is-not-a-list /properties/a/required']],
    [{ required: ['a', 1] }, ['required-is-not-a-list /required']],
    [{ id: '/properties/a' }, ['legacy-id /id']],
    [{ $schema: 'http://json-schema.org/draft-04/schema#' }, ['legacy-draft /$schema']],
    [{ labels: { team: 'x' } }, []],
    [{ properties: { a: { labels: {} } } }, ['labels-keyword /properties/a/labels']],
    [{ items: { isNewProperty: true } }, ['new-property-mark /items/isNewProperty']],
    [{ minimum: 1, exclusiveMinimum: true }, ['boolean-exclusive-bound /exclusiveMinimum']],
    [{ enum: 'a' }, ['enum-is-not-a-list /enum']],
    [{ enum: [] }, ['enum-is-empty /enum']],
    [{ properties: [] }, ['properties-is-not-a-map /properties']],
    [{ properties: { a: null } }, ['schema-is-not-a-schema /properties/a']],
    [{ anyOf: [{ type: 'x' }, 7] }, ['unknown-type /anyOf/0/type', 'schema-is-not-a-schema /anyOf/1']],
    [{ items: [{ type: 'x' }] }, ['unknown-type /items/0/type']],
    ['text', ['schema-is-not-a-schema ']],
  ])('in %j finds %j', (schema, defects) => expect(found(schema)).toEqual(defects))
})
