import { describe, expect, test } from 'vitest'
import type { Json } from '../json'
import { defectKinds } from './defect-kinds'
import { defectCases } from './defects.cases'
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
      labels: { team: 'x' },
      properties: Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'] }])),
      required: names,
      items: true,
      dependencies: { a: ['b'], c: {} },
      default: { type: 'any', required: true },
      examples: [{ type: 'any' }],
      exclusiveMinimum: 3,
      if: {},
      else: false,
    }
    expect(found(schema)).toEqual([])
  })

  test.each(defectCases)('in $schema finds $name at $pointer', ({ schema, name, pointer }) =>
    expect(found(schema)).toEqual([`${name} ${pointer}`]),
  )

  test('finds every one of several, and says of what is no schema at all that it is none', () => {
    expect(found({ type: 'any', items: [{ type: 'x' }, null], required: 'a' })).toEqual([
      'unknown-type /type',
      'unknown-type /items/0/type',
      'schema-is-not-a-schema /items/1',
      'required-is-not-a-list /required',
    ])
    expect(found('text')).toEqual(['schema-is-not-a-schema '])
  })
})

test('every kind of defect has a case', () => {
  expect([...new Set(defectCases.map(({ name }) => name))].sort()).toEqual(Object.keys(defectKinds).sort())
})
