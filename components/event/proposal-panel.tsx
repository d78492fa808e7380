'use client'
import { FileJson2, Table2, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CheckFinding } from '@/contracts/change-request'
import { grouped } from '@/domain/lint/grouped'
import type { ExactJson } from '@/domain/plan/exact-json'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { propertyTable } from '@/domain/plan/property-table'
import { readJson } from '@/domain/plan/read-json'
import type { RowEdit } from '@/domain/plan/update-schema'
import { updateSchemaText } from '@/domain/plan/update-schema-text'
import { LazyJsonEditor } from '../schema/lazy-json-editor'
import { PropertyEditor } from '../schema/property-editor'
import { readableJson } from '../schema/readable-json'
import { Button } from '../ui/button'
import { ErrorNote } from '../ui/error-note'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Note } from '../ui/note'
import { Segmented } from '../ui/segmented'
import { Textarea } from '../ui/textarea'
import { BeyondNote } from './beyond-note'
import { jsonFindings } from './json-findings'

type ProposalPanelProps = {
  readonly type: string
  /** The rule's name after the edit; null where the rule has none. */
  readonly name: string | null
  readonly isNew: boolean
  /** The schema proposed; null when the rule is to be removed. */
  readonly text: string | null
  readonly onText: (text: string | null) => void
  readonly onRename: (name: string) => void
  /** Takes a removal back. */
  readonly onRestore: () => void
  /** What lint has to say about the rule. */
  readonly findings: readonly CheckFinding[]
}

/** Editing one rule: table and JSON are two views of the same text. */
export const ProposalPanel = ({
  type,
  name,
  isNew,
  text,
  onText,
  onRename,
  onRestore,
  findings,
}: ProposalPanelProps) => {
  const [view, setView] = useState<'table' | 'json'>('table')
  const [refused, setRefused] = useState<string | null>(null)
  const parsed = useMemo(() => (text === null ? null : readJson(text, schemaBounds)), [text])
  if (text === null || parsed === null)
    return (
      <Note
        tone="bad"
        title="The event will be removed from the plan."
        actions={<Button onClick={onRestore}>Keep it</Button>}
      >
        Calls that are still sent become unplanned. What the plan knew of it stays in its history.
      </Note>
    )
  const edit = (edits: readonly RowEdit[]) => {
    const updated = updateSchemaText(text, edits)
    setRefused(updated.ok ? null : updated.refusal.message)
    if (updated.ok) onText(updated.schemaText)
  }
  const shown = parsed.ok ? view : 'json'
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label="Edit as"
          value={shown}
          onValueChange={setView}
          options={[
            {
              value: 'table',
              label: (
                <>
                  <Table2 aria-hidden="true" /> Table
                </>
              ),
            },
            {
              value: 'json',
              label: (
                <>
                  <FileJson2 aria-hidden="true" /> JSON
                </>
              ),
            },
          ]}
        />
        {isNew ? null : (
          <Button variant="ghost" icon={<Trash2 aria-hidden="true" />} onClick={() => onText(null)}>
            Remove this event
          </Button>
        )}
      </div>
      {refused ? (
        <ErrorNote title="That edit is not possible." kept="The schema is as it was." todo={refused} />
      ) : null}
      {parsed.ok ? null : (
        <ErrorNote
          title="This is not JSON yet."
          kept="What you typed is kept in this browser."
          todo={parsed.refusal.message}
        />
      )}
      {shown === 'table' && parsed.ok ? (
        <TableView
          type={type}
          name={name}
          isNew={isNew}
          schema={parsed.value}
          onEdit={edit}
          onRename={onRename}
          findings={findings}
        />
      ) : (
        <LazyJsonEditor
          label="Schema of the event as JSON"
          value={readableJson(text)}
          onChange={onText}
          findings={jsonFindings(findings, parsed.ok ? parsed.value : undefined)}
        />
      )}
    </div>
  )
}

type TableViewProps = Pick<ProposalPanelProps, 'type' | 'name' | 'isNew' | 'onRename' | 'findings'> & {
  readonly schema: ExactJson
  readonly onEdit: (edits: readonly RowEdit[]) => void
}

const TableView = ({ type, name, isNew, schema, onEdit, onRename, findings }: TableViewProps) => {
  const table = propertyTable(schema)
  const byPointer = useMemo(() => grouped(findings, ({ pointer }) => pointer ?? ''), [findings])
  return (
    <>
      <div className="grid max-w-3xl gap-4">
        {name === null ? null : (
          <Field
            label="Name"
            hint={
              isNew
                ? 'To call it something else, discard this and begin again.'
                : 'A new name keeps history and violations together.'
            }
          >
            <Input
              mono
              value={name}
              disabled={isNew}
              onValueChange={onRename}
              spellCheck={false}
              autoComplete="off"
            />
          </Field>
        )}
        <Field label="Description">
          <Textarea
            rows={2}
            value={table.description ?? ''}
            placeholder="When is it sent, and why?"
            onChange={(event) =>
              onEdit([
                {
                  kind: 'set-description',
                  at: '',
                  text: event.target.value === '' ? null : event.target.value,
                },
              ])
            }
          />
        </Field>
      </div>
      <PropertyEditor
        rows={table.rows}
        schema={schema}
        section={type === 'IDENTIFY' || type === 'GROUP' ? 'traits' : 'properties'}
        onEdit={onEdit}
        findings={byPointer}
      />
      <BeyondNote beyond={table.beyond} />
    </>
  )
}
