import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { knownDefects } from './known-defects'
import { repairSchema } from './repair-schema'

describe('repairSchema', () => {
  test.each<[Json, Json]>([
    [{ type: 'any' }, {}],
    [{ type: ['string', 'any'] }, {}],
    [{ type: ['string', null] }, { type: ['string', 'null'] }],
    [
      { properties: { a: { type: 'string', required: true } } },
      { properties: { a: { type: 'string' } }, required: ['a'] },
    ],
    [
      { properties: { 'a/b': { required: true } }, required: ['c'] },
      { properties: { 'a/b': {} }, required: ['c', 'a/b'] },
    ],
    [{ properties: { a: { required: false } } }, { properties: { a: {} } }],
    [{ id: '/properties/a', title: 'x' }, { title: 'x' }],
    [
      { $schema: 'http://json-schema.org/draft-04/schema#' },
      { $schema: 'http://json-schema.org/draft-07/schema#' },
    ],
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    [{ isNewProperty: true }, {}],
    [{ properties: [] }, { properties: {} }],
  ])('%j certainly becomes %j', (schema, repaired) => {
    const result = repairSchema(schema)
    expect(result.schema).toEqual(repaired)
    expect(knownDefects(result.schema as Json)).toEqual([])
  })

  test.each<[Json, Json]>([
    [{ type: 'string,' }, { type: 'string' }],
    [{ type: 'Int' }, { type: 'integer' }],
    [{ type: 'colour' }, {}],
    [{ type: null }, {}],
    [{ required: 'a' }, { required: ['a'] }],
    [{ properties: { a: 'string' } }, { properties: { a: { type: 'string' } } }],
    [{ properties: { a: null } }, { properties: { a: {} } }],
    [{ enum: 'a' }, { enum: ['a'] }],
    [{ enum: [] }, {}],
    [{ properties: { a: { labels: { b: 'c' } } } }, { properties: { a: {} } }],
  ])('%j becomes %j only as a guess', (schema, repaired) => {
    expect(repairSchema(schema)).toMatchObject({ schema, repairs: [] })
    expect(repairSchema(schema).left).not.toEqual([])
    expect(repairSchema(schema, { guess: true })).toMatchObject({ schema: repaired, left: [] })
  })

  test('a repaired schema compiles under a strict validator', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      properties: {
        properties: {
          type: 'object',
          properties: {
            'a b#"': { id: '/x', type: 'any', isNewProperty: true },
            b: { type: 'number', required: true, minimum: 0, exclusiveMinimum: true },
          },
        },
      },
    }
    expect(() => new Ajv({ strict: true }).compile(schema)).toThrow()
    expect(() =>
      new Ajv({ strict: true }).compile(repairSchema(schema).schema as Json as object),
    ).not.toThrow()
  })

  test('a sound schema is left alone, a property called required included', () => {
    const schema = { properties: { required: { type: 'boolean' }, id: {} }, default: { type: 'any' } }
    expect(repairSchema(schema, { guess: true })).toEqual({ schema, repairs: [], left: [] })
  })
})
