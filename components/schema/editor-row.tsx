'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { CheckFinding } from '@/contracts/change-request'
import { showPlace } from '@/domain/diff/describe-change'
import type { ExactJson } from '@/domain/plan/exact-json'
import type { PropertyRow } from '@/domain/plan/property-table'
import type { RowEdit } from '@/domain/plan/update-schema'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { cn } from '../ui/cn'
import { Select } from '../ui/select'
import { Tooltip } from '../ui/tooltip'
import { FieldFindings } from './field-findings'
import { TextCell } from './text-cell'
import { setNullable, setType, simpleTypes, type TypeChoice, typeChoiceOf } from './type-choice'
import { typeLabel } from './type-label'
import { ValuesPopover } from './values-popover'

type EditorRowProps = {
  readonly row: PropertyRow
  readonly schema: ExactJson
  readonly onEdit: (edits: readonly RowEdit[]) => void
  readonly findings?: readonly CheckFinding[] | undefined
  /** Null where nothing can stand inside. */
  readonly onAddInside: (() => void) | null
}

const cell = 'border-line border-b px-1 py-1 align-middle first:pl-0 last:pr-0'
const indents = ['', 'pl-5', 'pl-10', 'pl-15', 'pl-20', 'pl-25'] as const

/** One property in editing. */
export const EditorRow = ({ row, schema, onEdit, findings = [], onAddInside }: EditorRowProps) => {
  const at = row.schemaPointer
  const place = showPlace(row.pointer)
  return (
    <tr>
      <th scope="row" className={cn(cell, 'font-normal')}>
        <div className={cn('flex items-center', indents[Math.min(row.depth, indents.length - 1)])}>
          <TextCell
            mono
            label={`Name of ${place}`}
            value={row.name}
            onCommit={(name) => {
              if (name.trim() !== '') onEdit([{ kind: 'rename', at, name: name.trim() }])
            }}
          />
          <FieldFindings place={place} findings={findings} />
        </div>
      </th>
      <td className={cell}>
        <TypeCell row={row} onEdit={onEdit} />
      </td>
      <td className={cn(cell, 'text-center')}>
        <Checkbox
          className="mx-auto"
          aria-label={`${place} is required`}
          checked={row.required}
          onCheckedChange={(required) => onEdit([{ kind: 'set-required', at, required }])}
        />
      </td>
      <td className={cell}>
        <ValuesPopover row={row} schema={schema} onEdit={onEdit} />
      </td>
      <td className={cell}>
        <TextCell
          grows
          label={`Description of ${place}`}
          value={row.description ?? ''}
          placeholder="What is it?"
          onCommit={(text) => onEdit([{ kind: 'set-description', at, text: text === '' ? null : text }])}
        />
      </td>
      <td className={cn(cell, 'whitespace-nowrap text-right')}>
        {onAddInside ? (
          <Tooltip text="Add a property inside">
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Add a property inside ${place}`}
              onClick={onAddInside}
            >
              <Plus aria-hidden="true" />
            </Button>
          </Tooltip>
        ) : null}
        <Tooltip text="Remove">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove ${place}`}
            onClick={() => onEdit([{ kind: 'remove', at }])}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </Tooltip>
      </td>
    </tr>
  )
}

const TypeCell = ({ row, onEdit }: Pick<EditorRowProps, 'row' | 'onEdit'>) => {
  const choice = typeChoiceOf(row)
  const place = showPlace(row.pointer)
  const options: { value: TypeChoice; label: string }[] = [
    ...simpleTypes.map((type) => ({ value: type, label: type === 'array' ? 'list' : type })),
    { value: 'any', label: 'any' },
    ...(choice === 'several' ? [{ value: choice, label: typeLabel({ ...row, nullable: false }) }] : []),
  ]
  return (
    <div className="flex items-center gap-1.5">
      <Select
        size="sm"
        label={`Type of ${place}`}
        value={choice}
        options={options}
        onValueChange={(next) => onEdit(setType(row, next))}
        className="w-auto min-w-22 flex-1"
      />
      {choice === 'array' ? (
        <Select
          size="sm"
          label={`Type of what ${place} holds`}
          value={typeChoiceOf({ types: row.itemTypes ?? [] })}
          options={options.filter(({ value }) => value !== 'several')}
          onValueChange={(next) =>
            onEdit([
              {
                kind: 'set-item-types',
                at: row.schemaPointer,
                types: next === 'any' || next === 'several' ? [] : [next],
              },
            ])
          }
          className="w-auto min-w-20 flex-1"
        />
      ) : null}
      <Tooltip text="May be null">
        <Button
          variant={row.nullable ? 'secondary' : 'ghost'}
          size="sm"
          aria-pressed={row.nullable}
          aria-label={`${place} may be null`}
          disabled={choice === 'any'}
          onClick={() => onEdit(setNullable(row, !row.nullable))}
          className={cn('px-1.5 font-mono', !row.nullable && 'text-ink-3')}
        >
          null
        </Button>
      </Tooltip>
    </div>
  )
}
