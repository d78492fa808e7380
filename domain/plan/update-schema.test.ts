import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { propertyTable } from './property-table'
import { pointerOf } from './schema-pointer'
import { type RowEdit, updateSchema } from './update-schema'
import { updateSchemaText } from './update-schema-text'

const apply = (schema: Json, edit: RowEdit): Json => {
  const updated = updateSchema(schema, edit)
  if (!updated.ok) throw new Error(updated.refusal.message)
  return updated.schema as Json
}
const refusal = (schema: Json, edit: RowEdit) => {
  const updated = updateSchema(schema, edit)
  return updated.ok ? null : updated.refusal.code
}
const event = (properties: Json, required?: Json): Json => ({
  properties: { properties: { properties, ...(required === undefined ? {} : { required }) } },
})
const at = (name: string) => pointerOf(['properties', 'properties', 'properties', name])

describe('updateSchema', () => {
  test.each<[string, Json, RowEdit, Json]>([
    [
      'adds a property',
      event({ a: {} }),
      {
        kind: 'add',
        parent: '/properties/properties',
        name: 'b',
        schema: { type: 'string' },
        required: true,
      },
      event({ a: {}, b: { type: 'string' } }, ['b']),
    ],
    [
      'adds the section with the first trait',
      { type: 'object' },
      { kind: 'add', parent: '/properties/traits', name: 'email', schema: {}, required: false },
      { type: 'object', properties: { traits: { type: 'object', properties: { email: {} } } } },
    ],
    [
      'removes a property and its place in required',
      event({ a: {}, b: {} }, ['a', 'b']),
      { kind: 'remove', at: at('a') },
      event({ b: {} }, ['b']),
    ],
    [
      'takes an emptied required away',
      event({ a: {} }, ['a']),
      { kind: 'set-required', at: at('a'), required: false },
      event({ a: {} }),
    ],
    [
      'removes a property beside a broken required',
      event({ a: {} }, true),
      { kind: 'remove', at: at('a') },
      event({}, true),
    ],
    [
      'renames in place',
      event({ a: { type: 'x' }, b: {} }, ['b', 'a']),
      { kind: 'rename', at: at('a'), name: 'c' },
      event({ c: { type: 'x' }, b: {} }, ['b', 'c']),
    ],
    [
      'keeps a type list a list',
      event({ a: { type: ['string'] } }),
      { kind: 'set-type', at: at('a'), types: ['number'] },
      event({ a: { type: ['number'] } }),
    ],
    [
      'keeps one type text',
      event({ a: { type: 'string' } }),
      { kind: 'set-type', at: at('a'), types: ['number'] },
      event({ a: { type: 'number' } }),
    ],
    [
      'any type is no type',
      event({ a: { type: 'string' } }),
      { kind: 'set-type', at: at('a'), types: [] },
      event({ a: {} }),
    ],
    [
      'says what a list holds',
      event({ a: { type: 'array' } }),
      { kind: 'set-item-types', at: at('a'), types: ['string'] },
      event({ a: { type: 'array', items: { type: 'string' } } }),
    ],
    [
      'sets a list of values',
      event({ a: {} }),
      { kind: 'set-enum', at: at('a'), values: ['x', null] },
      event({ a: { enum: ['x', null] } }),
    ],
    [
      'takes a pattern away',
      event({ a: { pattern: 'x' } }),
      { kind: 'set-pattern', at: at('a'), pattern: null },
      event({ a: {} }),
    ],
    [
      'sets a format',
      event({ a: {} }),
      { kind: 'set-format', at: at('a'), format: 'uri' },
      event({ a: { format: 'uri' } }),
    ],
    ['describes the event', {}, { kind: 'set-description', at: '', text: 'd' }, { description: 'd' }],
    ['labels the event', {}, { kind: 'set-labels', labels: { team: 'a' } }, { labels: { team: 'a' } }],
    [
      'replaces a row as JSON',
      event({ a: {} }),
      { kind: 'set-schema', at: at('a'), schema: { anyOf: [] } },
      event({ a: { anyOf: [] } }),
    ],
    [
      'takes hostile names',
      event({}),
      { kind: 'add', parent: '/properties/properties', name: 'a/~b', schema: {}, required: false },
      event({ 'a/~b': {} }),
    ],
  ])('%s', (_name, before, edit, after) => {
    // As text, since the order of keys is part of what is kept.
    expect(JSON.stringify(apply(before, edit))).toBe(JSON.stringify(after))
  })

  test('a property named __proto__ can be added, described and removed', () => {
    const added = apply(event({}), {
      kind: 'add',
      parent: '/properties/properties',
      name: '__proto__',
      schema: {},
      required: false,
    })
    const described = apply(added, { kind: 'set-description', at: at('__proto__'), text: 'd' })
    expect(JSON.stringify(described)).toContain('{"__proto__":{"description":"d"}}')
    expect(apply(described, { kind: 'remove', at: at('__proto__') })).toEqual(event({}))
  })

  test.each<[string, Json, RowEdit, string]>([
    ['a row that is not there', event({}), { kind: 'remove', at: at('a') }, 'not-found'],
    [
      'a name that objects inherit',
      event({}),
      { kind: 'set-type', at: at('toString'), types: [] },
      'not-found',
    ],
    ['a place that is no property', event({}), { kind: 'remove', at: '/properties' }, 'not-a-property'],
    [
      'a name that is taken',
      event({ a: {}, b: {} }),
      { kind: 'rename', at: at('a'), name: 'b' },
      'name-taken',
    ],
    [
      'a new name that is taken',
      event({ a: {} }),
      { kind: 'add', parent: '/properties/properties', name: 'a', schema: {}, required: false },
      'name-taken',
    ],
    [
      'a broken required',
      event({ a: {} }, true),
      { kind: 'set-required', at: at('a'), required: true },
      'unreadable',
    ],
    [
      'a broken map',
      event(7),
      { kind: 'add', parent: '/properties/properties', name: 'a', schema: {}, required: false },
      'unreadable',
    ],
    [
      'a list by places',
      event({ a: { items: [{}] } }),
      { kind: 'set-item-types', at: at('a'), types: [] },
      'unreadable',
    ],
    [
      'a row that is no object',
      event({ a: true }),
      { kind: 'set-format', at: at('a'), format: 'uri' },
      'unreadable',
    ],
  ])('refuses %s', (_name, schema, edit, code) => expect(refusal(schema, edit)).toBe(code))
})

describe('updateSchemaText', () => {
  test('no edit, or one that changes nothing, gives the text back as it was received', () => {
    const text = '{ "description" :"d","maximum":12345678901234567890}'
    expect(updateSchemaText(text, [])).toEqual({ ok: true, schemaText: text })
    expect(updateSchemaText(text, [{ kind: 'set-description', at: '', text: 'd' }])).toEqual({
      ok: true,
      schemaText: text,
    })
  })

  test('keeps numbers that JavaScript cannot carry, and lines where there were lines', () => {
    const edit: RowEdit = { kind: 'set-description', at: '', text: 'd' }
    expect(updateSchemaText('{"maximum":12345678901234567890}', [edit])).toEqual({
      ok: true,
      schemaText: '{"maximum":12345678901234567890,"description":"d"}',
    })
    expect(updateSchemaText('{\n  "maximum": 1\n}', [edit])).toEqual({
      ok: true,
      schemaText: '{\n  "maximum": 1,\n  "description": "d"\n}',
    })
  })

  test.each([
    ['{', 'malformed'],
    ['{}', 'not-found'],
  ])('refuses %s by name', (text, code) => {
    expect(updateSchemaText(text, [{ kind: 'remove', at: at('a') }])).toMatchObject({
      ok: false,
      refusal: { code },
    })
  })
})

test('a schema that says nothing yet takes properties or traits', () => {
  for (const parent of ['/properties/properties', '/properties/traits', '/properties/context']) {
    const grown = apply(
      { type: 'object' },
      {
        kind: 'add',
        parent,
        name: 'a',
        schema: { type: 'string' },
        required: true,
      },
    )
    expect(propertyTable(grown)).toMatchObject({
      beyond: [],
      rows: [{ name: 'a', required: true, types: ['string'] }],
    })
  }
})
