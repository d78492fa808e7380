import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { allRows, propertyTable } from './property-table'

const rule = (properties: Json, more: { [key: string]: Json } = {}): Json => ({
  type: 'object',
  properties: {
    context: {},
    traits: { type: 'object' },
    properties: { type: 'object', properties, ...more },
  },
})
const rows = (schema: Json) => allRows(propertyTable(schema).rows)
const row = (property: Json) => rows(rule({ p: property }))[0]

describe('propertyTable', () => {
  test('shows what a property says', () => {
    const schema = rule(
      {
        p: {
          type: ['string', 'null'],
          description: 'd',
          enum: ['a'],
          pattern: '^a',
          format: 'uri',
          id: '/p',
        },
      },
      { required: ['p'] },
    )
    expect(rows(schema)).toEqual([
      {
        pointer: '/properties/p',
        schemaPointer: '/properties/properties/properties/p',
        name: 'p',
        depth: 0,
        section: 'properties',
        types: ['string', 'null'],
        nullable: true,
        required: true,
        enum: ['a'],
        format: 'uri',
        pattern: '^a',
        description: 'd',
        itemTypes: null,
        beyond: [],
        expressible: true,
        children: [],
      },
    ])
  })

  test('goes down into objects and into the objects of a list', () => {
    const products = {
      type: 'array',
      items: { type: 'object', properties: { 'a/b': { properties: { deep: {} } } }, required: ['a/b'] },
    }
    expect(
      rows(rule({ products })).map(({ pointer, schemaPointer, depth, required }) => [
        pointer,
        schemaPointer,
        depth,
        required,
      ]),
    ).toEqual([
      ['/properties/products', '/properties/properties/properties/products', 0, false],
      [
        '/properties/products/*/a~1b',
        '/properties/properties/properties/products/items/properties/a~1b',
        1,
        true,
      ],
      [
        '/properties/products/*/a~1b/deep',
        '/properties/properties/properties/products/items/properties/a~1b/properties/deep',
        2,
        false,
      ],
    ])
    expect(row(products)).toMatchObject({ itemTypes: ['object'], expressible: true })
    expect(row({ items: { type: 'string', description: '' } })).toMatchObject({ expressible: true })
  })

  test('shows traits, context and what stands beside them', () => {
    const schema = {
      properties: {
        traits: { properties: { email: {} } },
        context: { properties: { ip: {} } },
        userId: { type: 'string' },
      },
    }
    expect(rows(schema).map(({ section, pointer }) => [section, pointer])).toEqual([
      ['traits', '/traits/email'],
      ['context', '/context/ip'],
      ['message', '/userId'],
    ])
  })

  test.each<[Json, string[]]>([
    [{ anyOf: [{}], minimum: 3 }, ['anyOf', 'minimum']],
    [{ $ref: '#/definitions/x' }, ['$ref']],
    [{ type: 'string,' }, ['type']],
    [{ type: null }, ['type']],
    [{ required: true }, ['required']],
    [{ required: ['unplanned'] }, ['required']],
    [{ enum: 'a' }, ['enum']],
    [{ items: [{}] }, ['items']],
    [{ items: { type: 'string', enum: ['a'] } }, ['items/enum']],
    [{ items: { items: {} } }, ['items/items']],
    [{ items: { description: 'd' } }, ['items/description']],
    [{ properties: 7 }, ['properties']],
    [true, ['schema']],
    [null, ['schema']],
  ])('says that it cannot show all of %j', (property, beyond) => {
    expect(row(property)).toMatchObject({ name: 'p', beyond, expressible: false })
  })

  test('says what of the rule itself it cannot show', () => {
    const schema = {
      description: 'd',
      labels: { team: 'a', n: 1 },
      if: {},
      properties: { properties: { minProperties: 1 } },
    }
    expect(propertyTable(schema)).toEqual({
      description: 'd',
      labels: { team: 'a' },
      rows: [],
      beyond: [
        { schemaPointer: '', keywords: ['labels', 'if'] },
        { schemaPointer: '/properties/properties', keywords: ['minProperties'] },
      ],
    })
    expect(
      propertyTable({ type: 'array', properties: { properties: { description: 'd', type: 'string' } } })
        .beyond,
    ).toEqual([
      { schemaPointer: '', keywords: ['type'] },
      { schemaPointer: '/properties/properties', keywords: ['description', 'type'] },
    ])
    expect(propertyTable(false).beyond).toEqual([{ schemaPointer: '', keywords: ['schema'] }])
  })
})
