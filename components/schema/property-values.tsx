import { type ExactJson, isExactArray, isExactObject } from '@/domain/plan/exact-json'
import { printJson } from '@/domain/plan/print-json'
import type { PropertyRow } from '@/domain/plan/property-table'
import { valueAt } from '@/domain/plan/schema-pointer'
import { Code } from '../ui/code'

type PropertyValuesProps = {
  readonly row: PropertyRow
  /** The whole schema that the row is from; with it, limits that have no column are shown with their values. */
  readonly schema?: ExactJson | undefined
}

const shownValues = 5

/** Which values a property takes: the list, the pattern, the format, and whatever the table has no column for. */
export const PropertyValues = ({ row, schema }: PropertyValuesProps) => {
  const values = row.enum ?? []
  const more = values.slice(shownValues)
  // What the table cannot show of the things in a list, such as a list in it.
  const limits = row.beyond.filter((keyword) => !keyword.startsWith('items/'))
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1 text-ink-3">
      {values.slice(0, shownValues).map((value) => (
        <Code key={showJson(value)}>{showJson(value)}</Code>
      ))}
      {more.length > 0 ? <span title={more.map(showJson).join(', ')}>and {more.length} more</span> : null}
      {row.pattern === null ? null : <Limit name="matches" value={row.pattern} />}
      {row.format === null ? null : <Limit name="format" value={row.format} />}
      {limits.map((keyword) => (
        <Limit key={keyword} name={limitNames[keyword] ?? keyword} value={limitOf(row, keyword, schema)} />
      ))}
      {limits.length < row.beyond.length ? <span>more in the JSON</span> : null}
    </span>
  )
}

const Limit = ({ name, value }: { readonly name: string; readonly value: string | null }) => (
  <span>
    {name} {value === null ? null : <Code>{value}</Code>}
  </span>
)

const limitNames: Readonly<Record<string, string>> = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
  multipleOf: 'multiple of',
  minLength: 'length at least',
  maxLength: 'length at most',
  minItems: 'items at least',
  maxItems: 'items at most',
  const: 'always',
}

/** The value of a keyword of the row where it is short; null for whole schemas, which stand in the JSON. */
const limitOf = (row: PropertyRow, keyword: string, schema: ExactJson | undefined): string | null => {
  const node = schema === undefined ? undefined : valueAt(schema, row.schemaPointer)
  const value = isExactObject(node) && Object.hasOwn(node, keyword) ? node[keyword] : undefined
  return value === undefined || isExactObject(value) || isExactArray(value) ? null : showJson(value)
}

export const showJson = (value: ExactJson): string => (typeof value === 'string' ? value : printJson(value))
