'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { apiPaths, pages } from '@/contracts/paths'
import { type CatalogRow, RuleDetail } from '@/contracts/rule'
import type { RuleType } from '@/domain/plan/rule'
import { catalogRowQuery } from '../data/catalog-row-query'
import { catalogSearch } from '../data/catalog-search'
import { draftKey, writeDraft } from '../data/edit-draft'
import { FailureNote } from '../data/failure-note'
import { getJson } from '../data/get-json'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { ruleTitle } from '../ui/rule-title'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import { newRuleText } from './new-rule-text'

type NewEventDialogProps = {
  readonly plan: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const types: readonly { readonly value: RuleType; readonly label: string; readonly hint?: string }[] = [
  { value: 'TRACK', label: 'Track', hint: 'an event' },
  { value: 'PAGE', label: 'Page' },
  { value: 'SCREEN', label: 'Screen' },
  { value: 'IDENTIFY', label: 'Identify', hint: 'traits of a person' },
  { value: 'GROUP', label: 'Group', hint: 'traits of a group' },
  { value: 'COMMON', label: 'Common', hint: 'for every call' },
]

const named: ReadonlySet<RuleType> = new Set(['TRACK', 'PAGE', 'SCREEN'])

/** Begins a rule that the plan does not have: as a draft in this browser, on the event page, in editing. */
export const NewEventDialog = ({ plan, open, onOpenChange }: NewEventDialogProps) => {
  const router = useRouter()
  const [type, setType] = useState<RuleType>('TRACK')
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [copy, setCopy] = useState<CatalogRow | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const key = named.has(type) && name.trim() !== '' ? name.trim() : null
  const taken = useTaken(plan, type, key, open)
  const missing = type === 'TRACK' && key === null

  const begin = async () => {
    setBusy(true)
    setFailed(null)
    try {
      const copied = copy ? (await getJson(apiPaths.rule(plan, copy), RuleDetail)).schemaText : null
      const rule = { type, key, version: 1 }
      const text = newRuleText(key, description.trim(), copied)
      writeDraft(draftKey({ plan, rule, request: 'new' }), { base: null, text })
      router.push(pages.rule(plan, rule, { propose: 'new' }))
    } catch (error) {
      setFailed(error)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New event"
      description="It begins as a draft that only you see, and goes out as a change request."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" form="new-event" type="submit" pending={busy} disabled={missing || taken}>
            Continue
          </Button>
        </>
      }
    >
      <form
        id="new-event"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!missing && !taken) begin()
        }}
      >
        <Field label="Type">
          <Select value={type} onValueChange={setType} options={types} />
        </Field>
        {named.has(type) ? (
          <Field
            label="Name"
            optional={type !== 'TRACK'}
            hint="As the app sends it, e.g. Order Completed."
            error={taken ? 'The plan has a rule of that name already.' : null}
          >
            <Input
              mono
              autoFocus
              value={name}
              onValueChange={setName}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
        ) : null}
        <Field label="Description" hint="When is it sent, and why?" optional>
          <Textarea value={description} onChange={(event) => setDescription(event.target.value)} rows={2} />
        </Field>
        <CopyFrom plan={plan} chosen={copy} onChoose={setCopy} />
        {failed ? <FailureNote error={failed} /> : null}
      </form>
    </Dialog>
  )
}

/** Whether the plan has this rule; false until that is known. */
const useTaken = (plan: string, type: RuleType, key: string | null, enabled: boolean): boolean => {
  const asked = useDeferredValue(key)
  const isWhole = asked !== null || !named.has(type)
  const { data } = useQuery({
    ...catalogRowQuery(plan, { type, key: asked, version: 1 }),
    enabled: enabled && isWhole,
  })
  return isWhole && Boolean(data)
}

type CopyFromProps = {
  readonly plan: string
  readonly chosen: CatalogRow | null
  readonly onChoose: (row: CatalogRow | null) => void
}

const CopyFrom = ({ plan, chosen, onChoose }: CopyFromProps) => {
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const { data } = useQuery({
    ...catalogSearch(plan, asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  if (chosen)
    return (
      <div className="flex items-center justify-between gap-3 text-sm">
        <p>
          Begins as a copy of <span className="font-mono">{ruleTitle(chosen)}</span> with{' '}
          {chosen.properties.length} properties.
        </p>
        <Button size="sm" onClick={() => onChoose(null)}>
          Begin empty
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-1">
      <Field label="Copy the properties of" optional>
        <Input value={q} onValueChange={setQ} placeholder="Search an event" autoComplete="off" />
      </Field>
      {asked && data ? (
        <ul aria-label="Events to copy" className="max-h-40 overflow-y-auto">
          {data.data.map((row) => (
            <li key={`${row.type} ${row.key} ${row.version}`}>
              <button
                type="button"
                onClick={() => onChoose(row)}
                className="focus-ring-inset flex w-full items-center gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate font-mono">{ruleTitle(row)}</span>
                <span className="text-ink-3 text-xs">{row.properties.length} properties</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
