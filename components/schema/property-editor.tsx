'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { CheckFinding } from '@/contracts/change-request'
import type { ExactJson } from '@/domain/plan/exact-json'
import type { PropertyRow } from '@/domain/plan/property-table'
import type { RowEdit } from '@/domain/plan/update-schema'
import { Button } from '../ui/button'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { Th } from '../ui/table'
import { EditorRow } from './editor-row'
import { sectionRows } from './section-rows'
import { placeInside, type SimpleType, sectionPlace, simpleTypes } from './type-choice'

type PropertyEditorProps = {
  readonly rows: readonly PropertyRow[]
  /** The schema that the rows are a view of. */
  readonly schema: ExactJson
  /** The section that a new property goes to: traits for identify and group, properties for the rest. */
  readonly section: 'properties' | 'traits'
  readonly onEdit: (edits: readonly RowEdit[]) => void
  /** What lint has to say, by the pointer of the property. */
  readonly findings?: ReadonlyMap<string, readonly CheckFinding[]>
}

/** The property table, editable. Each change is handed up at once as edits of the schema's nodes. */
export const PropertyEditor = ({ rows, schema, section, onEdit, findings }: PropertyEditorProps) => {
  const [addingTo, setAddingTo] = useState<string | null>(null)
  const groups = sectionRows(rows)
  return (
    <div className="flex flex-col gap-2">
      <div className="relative overflow-x-auto">
        <table aria-label="Properties, editable" className="w-full min-w-[46rem] border-collapse text-sm">
          <thead>
            <tr>
              <Th className="w-[20%]">Name</Th>
              <Th className="w-[21%]">Type</Th>
              <Th className="w-18 text-center">Required</Th>
              <Th className="w-[16%]">Values</Th>
              <Th>Description</Th>
              <Th className="w-18">
                <span className="sr-only">Actions</span>
              </Th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.section}>
              {groups.length > 1 ? (
                <tr>
                  <th
                    scope="rowgroup"
                    colSpan={6}
                    className="pt-4 pb-1 text-left font-medium text-ink-3 text-xs"
                  >
                    {group.title}
                  </th>
                </tr>
              ) : null}
              {flat(group.rows).map((row) => (
                <EditorRow
                  key={row.schemaPointer}
                  row={row}
                  schema={schema}
                  onEdit={onEdit}
                  findings={findings?.get(row.pointer)}
                  onAddInside={placeInside(row) === null ? null : () => setAddingTo(placeInside(row))}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {addingTo === null ? (
        <div>
          <Button
            variant="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() => setAddingTo(sectionPlace(section))}
          >
            {section === 'traits' ? 'Add a trait' : 'Add a property'}
          </Button>
        </div>
      ) : (
        <AddProperty
          key={addingTo}
          parent={addingTo}
          inside={flat(rows).find((row) => placeInside(row) === addingTo)?.name ?? null}
          onAdd={(edit) => onEdit([edit])}
          onClose={() => setAddingTo(null)}
        />
      )}
    </div>
  )
}

const flat = (rows: readonly PropertyRow[]): PropertyRow[] =>
  rows.flatMap((row) => [row, ...flat(row.children)])

type AddPropertyProps = {
  readonly parent: string
  readonly inside: string | null
  readonly onAdd: (edit: RowEdit) => void
  readonly onClose: () => void
}

const AddProperty = ({ parent, inside, onAdd, onClose }: AddPropertyProps) => {
  const [name, setName] = useState('')
  const [type, setType] = useState<SimpleType>('string')
  return (
    <form
      aria-label={inside === null ? 'Add a property' : `Add a property inside ${inside}`}
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        onAdd({ kind: 'add', parent, name: name.trim(), schema: schemaOf(type), required: false })
        setName('')
      }}
    >
      {inside === null ? null : (
        <span className="text-ink-3 text-sm">
          inside <span className="font-mono text-ink-2">{inside}</span>
        </span>
      )}
      <Input
        mono
        autoFocus
        aria-label="Name of the new property"
        placeholder="name"
        value={name}
        onValueChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
        className="w-56"
      />
      <Select
        label="Type of the new property"
        value={type}
        options={simpleTypes.map((each) => ({ value: each, label: each === 'array' ? 'list' : each }))}
        onValueChange={setType}
        className="w-32"
      />
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        Add
      </Button>
      <Button variant="ghost" onClick={onClose}>
        Done
      </Button>
    </form>
  )
}

const schemaOf = (type: SimpleType): ExactJson => {
  if (type === 'object') return { type, properties: {} }
  if (type === 'array') return { type, items: { type: 'string' } }
  return { type }
}
