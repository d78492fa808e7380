import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from './json'
import { allRows, type PropertyRow, propertyTable } from './property-table'
import { schemaHash } from './rule-hash'
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

const typeName = fc.constantFrom('string', 'number', 'object', 'array')
const propertyName = fc.constantFrom('a', 'b', 'type', 'required', 'a/b', '__proto__')
const anyNode = fc.letrec<{ node: Json }>((tie) => ({
  node: fc
    .record({
      type: fc.option(fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 2 })), {
        nil: undefined,
      }),
      pattern: fc.constantFrom(undefined, '^a'),
      minimum: fc.constantFrom(undefined, 1),
      properties: fc.option(fc.array(fc.tuple(propertyName, tie('node')), { maxLength: 3 }), {
        nil: undefined,
        maxDepth: 3,
      }),
      required: fc.option(fc.uniqueArray(propertyName, { maxLength: 2 }), { nil: undefined }),
    })
    .map(({ properties, ...rest }) => ({
      ...(JSON.parse(JSON.stringify(rest)) as { [key: string]: Json }),
      ...(properties ? { properties: Object.fromEntries(properties) } : {}),
    })),
})).node
const anyRule = anyNode.map(
  (node): Json => ({ type: 'object', properties: { properties: node }, required: ['properties'] }),
)

const anyEditOf = ({ schemaPointer }: PropertyRow): fc.Arbitrary<RowEdit> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('set-required' as const),
      at: fc.constant(schemaPointer),
      required: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('set-type' as const),
      at: fc.constant(schemaPointer),
      types: fc.uniqueArray(typeName, { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('set-description' as const),
      at: fc.constant(schemaPointer),
      text: fc.option(fc.constantFrom('x', 'y')),
    }),
    fc.record({
      kind: fc.constant('set-enum' as const),
      at: fc.constant(schemaPointer),
      values: fc.option(fc.constantFrom<Json[]>(['x'], [1, null])),
    }),
    fc.constant<RowEdit>({ kind: 'remove', at: schemaPointer }),
  )

/** A rule with one of its rows and an edit of that row; rules without rows are passed over. */
const ruleAndEdits = (count: number) =>
  anyRule
    .filter((schema) => allRows(propertyTable(schema).rows).length >= count)
    .chain((schema) => {
      const rows = allRows(propertyTable(schema).rows)
      return fc
        .shuffledSubarray(rows, { minLength: count, maxLength: count })
        .chain((chosen) =>
          fc.tuple(
            fc.constant(schema),
            fc.constant(chosen),
            fc.tuple(...chosen.map((row) => anyEditOf(row))),
          ),
        )
    })

describe('the laws of the lens', () => {
  test('the table shows what was edited, and nothing else moved', () => {
    fc.assert(
      fc.property(ruleAndEdits(1), ([schema, rows, edits]) => {
        const [row, edit] = [rows[0], edits[0]]
        if (!row || !edit) throw new Error('no row')
        const others = (table: readonly PropertyRow[]) =>
          table
            .filter(({ schemaPointer: p }) => !`${p}/`.startsWith(`${row.schemaPointer}/`))
            // Parents hold the row, and say what of them cannot be shown by what they hold.
            .map(({ children: _children, beyond: _beyond, expressible: _expressible, ...shown }) => shown)
        const before = allRows(propertyTable(schema).rows)
        const after = allRows(propertyTable(apply(schema, edit)).rows)
        const now = after.find(({ schemaPointer }) => schemaPointer === row.schemaPointer)
        expect(others(after)).toEqual(others(before))
        if (edit.kind === 'remove') expect(now).toBeUndefined()
        if (edit.kind === 'set-required') expect(now?.required).toBe(edit.required)
        if (edit.kind === 'set-type') expect(now?.types).toEqual(edit.types)
        if (edit.kind === 'set-description') expect(now?.description).toBe(edit.text)
        if (edit.kind === 'set-enum') expect(now?.enum).toEqual(edit.values)
      }),
      { numRuns: 300 },
    )
  })

  test('setting what is there already changes nothing', () => {
    fc.assert(
      fc.property(ruleAndEdits(1), ([schema, rows]) => {
        const row = rows[0]
        if (!row) throw new Error('no row')
        for (const edit of [
          { kind: 'set-required', at: row.schemaPointer, required: row.required },
          { kind: 'set-description', at: row.schemaPointer, text: row.description },
          { kind: 'rename', at: row.schemaPointer, name: row.name },
        ] as const)
          expect(JSON.stringify(apply(schema, edit))).toBe(JSON.stringify(schema))
        expect(schemaHash(apply(schema, { kind: 'set-type', at: row.schemaPointer, types: row.types }))).toBe(
          schemaHash(schema),
        )
      }),
    )
  })

  test('edits of rows that do not hold one another commute', () => {
    const apart = ruleAndEdits(2).filter(([, [a, b]]) => {
      const [one, other] = [`${a?.schemaPointer}/`, `${b?.schemaPointer}/`]
      return !one.startsWith(other) && !other.startsWith(one)
    })
    fc.assert(
      fc.property(apart, ([schema, , [first, second]]) => {
        if (!first || !second) throw new Error('no edit')
        expect(schemaHash(apply(apply(schema, first), second))).toBe(
          schemaHash(apply(apply(schema, second), first)),
        )
      }),
      { numRuns: 300 },
    )
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
