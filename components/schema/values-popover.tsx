'use client'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { showPlace } from '@/domain/diff/describe-change'
import type { ExactJson } from '@/domain/plan/exact-json'
import type { PropertyRow } from '@/domain/plan/property-table'
import type { RowEdit } from '@/domain/plan/update-schema'
import { Code } from '../ui/code'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Popover } from '../ui/popover'
import { Select } from '../ui/select'
import { parseValue } from './parse-value'
import { PropertyValues, showJson } from './property-values'

type RowEditing = { readonly row: PropertyRow; readonly onEdit: (edits: readonly RowEdit[]) => void }

type ValuesPopoverProps = RowEditing & { readonly schema: ExactJson }

const formats = [
  'none',
  'date-time',
  'date',
  'time',
  'email',
  'uri',
  'uuid',
  'ipv4',
  'ipv6',
  'hostname',
] as const

/** Allowed values, pattern and format of one property. */
export const ValuesPopover = ({ row, schema, onEdit }: ValuesPopoverProps) => {
  const place = showPlace(row.pointer)
  const isEmpty = row.enum === null && row.pattern === null && row.format === null && row.expressible
  const isText = row.types.length === 0 || row.types.includes('string')
  return (
    <Popover
      className="w-80"
      title={`Values of ${place}`}
      trigger={
        <button
          type="button"
          aria-label={`Values of ${place}`}
          className="focus-ring-inset flex min-h-7 w-full items-center rounded-md px-1.5 py-0.5 text-left hover:bg-hover data-popup-open:bg-hover"
        >
          {isEmpty ? (
            <span className="flex items-center gap-1.5 text-ink-3 text-xs">
              <ListFilter aria-hidden="true" className="size-3.5" /> any value
            </span>
          ) : (
            <PropertyValues row={row} schema={schema} />
          )}
        </button>
      }
    >
      <div className="flex flex-col gap-3">
        <EnumField row={row} onEdit={onEdit} />
        {isText ? (
          <>
            <PatternField row={row} onEdit={onEdit} />
            <Field label="Format">
              <Select
                value={formats.find((format) => format === row.format) ?? 'none'}
                options={formats.map((format) => ({ value: format, label: format }))}
                onValueChange={(format) =>
                  onEdit([
                    { kind: 'set-format', at: row.schemaPointer, format: format === 'none' ? null : format },
                  ])
                }
              />
            </Field>
          </>
        ) : null}
      </div>
    </Popover>
  )
}

const EnumField = ({ row, onEdit }: RowEditing) => {
  const [typed, setTyped] = useState('')
  const values = row.enum ?? []
  const set = (next: readonly ExactJson[]) =>
    onEdit([{ kind: 'set-enum', at: row.schemaPointer, values: next.length === 0 ? null : next }])
  const add = () => {
    const value = parseValue(typed, row.types)
    setTyped('')
    if (typed.trim() !== '' && !values.some((each) => showJson(each) === showJson(value)))
      set([...values, value])
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Field label="Allowed values" hint="Enter adds one. None: any value.">
        <Input
          mono
          size="sm"
          value={typed}
          onValueChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          onBlur={add}
        />
      </Field>
      {values.length > 0 ? (
        <ul aria-label="Allowed values" className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
          {values.map((value) => (
            <li key={showJson(value)} className="flex items-center">
              <Code className="rounded-r-none">{showJson(value)}</Code>
              <button
                type="button"
                aria-label={`Take ${showJson(value)} away`}
                onClick={() => set(values.filter((each) => each !== value))}
                className="focus-ring flex h-5 items-center rounded-r-sm bg-sunken px-0.5 text-ink-3 hover:text-bad"
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const PatternField = ({ row, onEdit }: RowEditing) => {
  const [typed, setTyped] = useState(row.pattern ?? '')
  return (
    <Field label="Pattern" hint="A regular expression in RE2 syntax; it matches anywhere unless anchored.">
      <Input
        mono
        size="sm"
        value={typed}
        onValueChange={setTyped}
        onBlur={() => {
          const pattern = typed === '' ? null : typed
          if (pattern !== row.pattern) onEdit([{ kind: 'set-pattern', at: row.schemaPointer, pattern }])
        }}
      />
    </Field>
  )
}
