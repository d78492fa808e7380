import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { schemaOf } from '@/domain/diff/schema-of'
import { printJson } from '@/domain/plan/print-json'
import { allRows, type PropertyRow, propertyTable } from '@/domain/plan/property-table'
import type { Rule } from '@/domain/plan/rule'

const columns = [
  'type',
  'key',
  'version',
  'event_description',
  'labels',
  'pointer',
  'name',
  'types',
  'item_types',
  'required',
  'values',
  'format',
  'pattern',
  'description',
  'only_in_json',
] as const

type Line = Readonly<Record<(typeof columns)[number], string>>

/** So many rules are written before others get their turn. */
const rulesAtOnce = 200

/**
 * A plan as a table for spreadsheets: a line for each property or trait, parents first, and one for a rule that has
 * none. Where the table cannot say all of a property, `only_in_json` names the keywords that it leaves out. RFC 4180, with
 * a byte order mark, without which spreadsheets take UTF-8 for something else. A cell that a spreadsheet would take for a
 * formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it.
 */
export const planCsv = async (rules: readonly Rule[]): Promise<string> => {
  const parts = [written([], { header: true, bom: true })]
  for (let at = 0; at < rules.length; at += rulesAtOnce) {
    parts.push(written(rules.slice(at, at + rulesAtOnce).flatMap(linesOf), { header: false, bom: false }))
    await setImmediate()
  }
  return parts.join('')
}

const written = (
  lines: readonly Line[],
  start: { readonly header: boolean; readonly bom: boolean },
): string =>
  stringify([...lines], {
    ...start,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
  })

const linesOf = (rule: Rule): readonly Line[] => {
  const { description, labels, rows } = propertyTable(schemaOf(rule))
  const head = {
    ...noProperty,
    type: rule.type,
    key: rule.key ?? '',
    version: String(rule.version),
    event_description: description ?? '',
    labels: Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  }
  const properties = allRows(rows)
  return properties.length === 0 ? [head] : properties.map((row) => ({ ...head, ...cellsOf(row) }))
}

const noProperty = {
  pointer: '',
  name: '',
  types: '',
  item_types: '',
  required: '',
  values: '',
  format: '',
  pattern: '',
  description: '',
  only_in_json: '',
}

const cellsOf = (row: PropertyRow): typeof noProperty => ({
  pointer: row.pointer,
  name: row.name,
  types: row.types.join(' | '),
  item_types: row.itemTypes?.join(' | ') ?? '',
  required: row.required ? 'yes' : 'no',
  values: row.enum === null ? '' : row.enum.map((value) => printJson(value)).join(' | '),
  format: row.format ?? '',
  pattern: row.pattern ?? '',
  description: row.description ?? '',
  only_in_json: row.beyond.join(' '),
})
