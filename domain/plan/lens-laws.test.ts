import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEditOf, anyPlainRule, anyRule } from './any-rule.cases'
import { canonicalForm } from './canonical-form'
import type { ExactJson, ExactObject } from './exact-json'
import { printJson } from './print-json'
import { allRows, type PropertyRow, propertyTable } from './property-table'
import { schemaHash } from './rule-hash'
import { childPointer, pointerOf, pointerSegments } from './schema-pointer'
import { type RowEdit, updateSchema } from './update-schema'
import { updateSchemaText } from './update-schema-text'

const rowsOf = (schema: ExactJson) => allRows(propertyTable(schema).rows)

type Chosen = readonly [ExactJson, readonly PropertyRow[], readonly RowEdit[]]

const chosen = (schema: ExactJson, sets: readonly (readonly PropertyRow[])[]): fc.Arbitrary<Chosen> =>
  fc
    .constantFrom(...sets)
    .chain((rows) =>
      fc.tuple(
        fc.constant(schema),
        fc.constant(rows),
        fc.tuple(...rows.map((row, i) => anyEditOf(row, `+${i}`))),
      ),
    )

const oneRow = (schema: ExactJson) => rowsOf(schema).map((row) => [row])

const twoRowsApart = (schema: ExactJson) => {
  const rows = rowsOf(schema)
  return rows.flatMap((row) =>
    rows.filter((other) => !holds(row, other) && !holds(other, row)).map((other) => [row, other]),
  )
}

/** A rule, one of its rows, and an edit of it. */
const ruleAndEdit = anyRule
  .filter((schema) => oneRow(schema).length > 0)
  .chain((schema) => chosen(schema, oneRow(schema)))

const ruleAndTwoEdits = anyRule
  .filter((schema) => twoRowsApart(schema).length > 0)
  .chain((schema) => chosen(schema, twoRowsApart(schema)))

const holds = (outer: PropertyRow, inner: PropertyRow): boolean =>
  `${inner.schemaPointer}/`.startsWith(`${outer.schemaPointer}/`)

const only = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('nothing there')
  return one
}

/** What the table has to show after an edit, at which place. */
const expected = (
  edit: RowEdit,
  before: PropertyRow,
): { at: string; row: Partial<PropertyRow> | undefined } => {
  const at = before.schemaPointer
  switch (edit.kind) {
    case 'remove':
      return { at, row: undefined }
    case 'rename': {
      const renamed = pointerOf([...pointerSegments(at).slice(0, -1), edit.name])
      const { types, required, enum: values, pattern, description, beyond } = before
      return {
        at: renamed,
        row: { name: edit.name, types, required, enum: values, pattern, description, beyond },
      }
    }
    case 'add':
      return {
        at: childPointer(`${edit.parent}/properties`, edit.name),
        row: {
          name: edit.name,
          required: edit.required,
          types: edit.schema === true ? [] : typesIn(edit.schema),
        },
      }
    case 'set-required':
      return { at, row: { required: edit.required } }
    case 'set-type':
      return { at, row: { types: edit.types } }
    case 'set-item-types':
      return { at, row: { itemTypes: edit.types } }
    case 'set-enum':
      return { at, row: { enum: edit.values } }
    case 'set-description':
      return { at, row: { description: edit.text } }
    case 'set-pattern':
      return { at, row: { pattern: edit.pattern } }
    case 'set-format':
      return { at, row: { format: edit.format } }
    case 'set-schema':
      return { at, row: { types: typesIn(edit.schema), required: before.required, enum: null } }
    default:
      throw new Error(`${edit.kind} is no edit of a row`)
  }
}

const typesIn = (schema: ExactJson): readonly string[] =>
  JSON.stringify(schema).includes('"type":"string"') ? ['string'] : []

describe('the laws of the lens', () => {
  test('no edit at all gives the text back as it was received', () => {
    fc.assert(
      fc.property(anyRule, fc.constantFrom(0, 1, 2), (schema, indent) => {
        const text = printJson(schema, indent)
        expect(updateSchemaText(text, [])).toEqual({ ok: true, schemaText: text })
      }),
    )
  })

  test('the table shows what was edited, and nothing else moved', () => {
    fc.assert(
      fc.property(ruleAndEdit, ([schema, rows, edits]) => {
        const [row, edit] = [only(rows), only(edits)]
        const updated = updateSchema(schema, edit)
        // Only what is broken, or described place by place, refuses an edit.
        if (!updated.ok) {
          expect(updated.refusal.code).toBe('unreadable')
          return
        }
        const { at, row: shown } = expected(edit, row)
        const after = rowsOf(updated.schema)
        const now = after.filter(({ schemaPointer }) => schemaPointer === at)
        if (shown === undefined) expect(now).toEqual([])
        else expect(now).toMatchObject([shown])
        const place = `${at}/`
        const others = (table: readonly PropertyRow[]) =>
          table
            .filter((other) => !holds(row, other) && !`${other.schemaPointer}/`.startsWith(place))
            // Rows around it hold it, and say what of them cannot be shown by what they hold.
            .map(({ children: _children, beyond: _beyond, expressible: _expressible, ...rest }) => rest)
        expect(others(after)).toEqual(others(rowsOf(schema)))
      }),
      { numRuns: 250 },
    )
  })

  test('an edit touches the text of its own nodes only', () => {
    fc.assert(
      fc.property(ruleAndEdit, ([schema, rows, edits]) => {
        const [row, edit] = [only(rows), only(edits)]
        const updated = updateSchema(schema, edit)
        if (!updated.ok) return
        const holder = pointerSegments(row.schemaPointer).slice(0, -2)
        const name = pointerSegments(row.schemaPointer).at(-1) ?? ''
        expect(printJson(without(updated.schema, holder, [name, 'name' in edit ? edit.name : name]))).toBe(
          printJson(without(schema, holder, [name, 'name' in edit ? edit.name : name])),
        )
      }),
      { numRuns: 250 },
    )
  })

  test('setting what is there already changes nothing', () => {
    fc.assert(
      fc.property(ruleAndEdit, ([schema, rows]) => {
        const { schemaPointer: at, ...row } = only(rows)
        const same: RowEdit[] = [
          { kind: 'set-description', at, text: row.description },
          { kind: 'set-pattern', at, pattern: row.pattern },
          { kind: 'set-format', at, format: row.format },
          ...(row.beyond.includes('enum') ? [] : [{ kind: 'set-enum', at, values: row.enum } as const]),
          { kind: 'rename', at, name: row.name },
        ]
        for (const edit of same) {
          const updated = updateSchema(schema, edit)
          if (updated.ok) expect(printJson(updated.schema)).toBe(printJson(schema))
        }
        if (row.beyond.includes('type')) return
        const updated = updateSchema(schema, { kind: 'set-type', at, types: row.types })
        if (updated.ok) expect(schemaHash(updated.schema)).toBe(schemaHash(schema))
      }),
    )
  })

  test('edits of rows that do not hold one another commute', () => {
    const inTurn = (schema: ExactJson, edits: readonly RowEdit[]) =>
      edits.reduce<ExactJson | null>((done, edit) => {
        const updated = done === null ? null : updateSchema(done, edit)
        return updated?.ok ? updated.schema : null
      }, schema)
    fc.assert(
      fc.property(ruleAndTwoEdits, ([schema, , edits]) => {
        const [forth, back] = [inTurn(schema, edits), inTurn(schema, edits.toReversed())]
        expect(forth && schemaHash(forth)).toBe(back && schemaHash(back))
      }),
      { numRuns: 250 },
    )
  })

  test('a rule of which the table shows everything can be built again from the table', () => {
    fc.assert(
      fc.property(anyPlainRule, (schema) => {
        const table = propertyTable(schema)
        const odd = allRows(table.rows).filter(({ expressible }) => !expressible)
        expect([table.beyond, odd]).toEqual([[], []])
        const section = nodeOf({ types: [], rows: table.rows, at: '/properties/properties' })
        expect(canonicalForm(section)).toEqual(canonicalForm(sectionOf(schema)))
      }),
      { numRuns: 250 },
    )
  })
})

/** The schema without some properties of one object, and without what it requires. */
const without = (schema: ExactJson, holder: readonly string[], names: readonly string[]): ExactJson => {
  const [segment, ...rest] = holder
  const object = schema as ExactObject
  if (segment !== undefined)
    return Object.fromEntries(
      Object.entries(object).map(([key, item]) => [key, key === segment ? without(item, rest, names) : item]),
    )
  const entries = Object.entries(object).filter(([keyword]) => keyword !== 'required')
  return Object.fromEntries(
    entries.map(([keyword, item]) => [
      keyword,
      keyword === 'properties'
        ? Object.fromEntries(Object.entries(item as ExactObject).filter(([name]) => !names.includes(name)))
        : item,
    ]),
  )
}

const given = (keyword: string, value: ExactJson | null) => (value === null ? {} : { [keyword]: value })

type Built = {
  readonly types: readonly string[]
  readonly rows: readonly PropertyRow[]
  readonly at: string
}

/** A node of a schema from what the table shows of it; `at` is its place in the rule. */
const nodeOf = ({ types, rows, at }: Built): ExactObject => {
  const own = rows.filter(({ schemaPointer }) => isDirectlyIn(schemaPointer, at))
  const required = own.filter((row) => row.required).map(({ name }) => name)
  return {
    ...given('type', types.length > 0 ? types : null),
    ...given(
      'properties',
      own.length > 0 ? Object.fromEntries(own.map((row) => [row.name, rowSchema(row)])) : null,
    ),
    ...given('required', required.length > 0 ? required : null),
  }
}

const rowSchema = (row: PropertyRow): ExactObject => ({
  ...nodeOf({ types: row.types, rows: row.children, at: row.schemaPointer }),
  ...given('enum', row.enum),
  ...given('format', row.format),
  ...given('pattern', row.pattern),
  ...given('description', row.description),
  ...given(
    'items',
    row.itemTypes && nodeOf({ types: row.itemTypes, rows: row.children, at: `${row.schemaPointer}/items` }),
  ),
})

const isDirectlyIn = (schemaPointer: string, at: string): boolean =>
  pointerOf(pointerSegments(schemaPointer).slice(0, -1)) === `${at}/properties`

/** The planned section, without maps that hold nothing, which the table does not tell from none. */
const sectionOf = (schema: ExactJson): ExactJson =>
  withoutEmpty(
    Object.fromEntries(
      Object.entries(((schema as ExactObject).properties as ExactObject).properties as ExactObject).filter(
        ([keyword]) => keyword !== 'type',
      ),
    ),
  )

const withoutEmpty = (node: ExactObject): ExactObject =>
  Object.fromEntries(
    Object.entries(node).flatMap(([keyword, value]): [string, ExactJson][] => {
      if (keyword === 'items') return [[keyword, withoutEmpty(value as ExactObject)]]
      if (keyword !== 'properties') return [[keyword, value]]
      const entries = Object.entries(value as ExactObject)
      const inner = entries.map(([name, child]): [string, ExactJson] => [
        name,
        withoutEmpty(child as ExactObject),
      ])
      return inner.length === 0 ? [] : [[keyword, Object.fromEntries(inner)]]
    }),
  )
