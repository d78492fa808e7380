'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { Policy } from '@/contracts/policy'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { InstantInput } from '../ui/instant-input'

type Freeze = Policy['freezes'][number]

type FreezeListProps = {
  readonly freezes: readonly Freeze[]
  /** What the server found wrong, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (freezes: Freeze[]) => void
}

/** Stretches of time without publishes. */
export const FreezeList = ({ freezes, errors, onChange }: FreezeListProps) => {
  const set = (at: number, change: Partial<Freeze>) =>
    onChange(freezes.map((freeze, i) => (i === at ? { ...freeze, ...change } : freeze)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">Freezes</legend>
      {freezes.length === 0 ? <p className="text-ink-3 text-sm">None.</p> : null}
      {freezes.length === 0 ? null : (
        <ul aria-label="Freezes" className="border-line border-t">
          {freezes.map((freeze, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: freezes have no identity of their own, and none keeps a state
            <li key={at} className="border-line border-b py-3">
              <FreezeFields
                freeze={freeze}
                errorOf={(name) => errors[`policy.freezes.${at}.${name}`] ?? null}
                onChange={(change) => set(at, change)}
                onRemove={() => onChange(freezes.filter((_, i) => i !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange([...freezes, { from: '', to: '', reason: '' }])}
        >
          Add a freeze
        </Button>
      </div>
    </fieldset>
  )
}

type FreezeFieldsProps = {
  readonly freeze: Freeze
  readonly errorOf: (name: string) => string | null
  readonly onChange: (change: Partial<Freeze>) => void
  readonly onRemove: () => void
}

const orNull = (instant: string): string | null => (instant === '' ? null : instant)

const FreezeFields = ({ freeze, errorOf, onChange, onRemove }: FreezeFieldsProps) => (
  <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-[14rem_14rem_minmax(0,1fr)_auto]">
    <Field label="Begins" hint="By your clock." error={errorOf('from')}>
      <InstantInput value={orNull(freeze.from)} onValueChange={(from) => onChange({ from: from ?? '' })} />
    </Field>
    <Field label="Ends" error={errorOf('to')}>
      <InstantInput value={orNull(freeze.to)} onValueChange={(to) => onChange({ to: to ?? '' })} />
    </Field>
    <Field label="Why" error={errorOf('reason')}>
      <Input
        value={freeze.reason}
        placeholder="The winter sale"
        onValueChange={(reason) => onChange({ reason })}
        autoComplete="off"
      />
    </Field>
    <Button
      size="icon-sm"
      variant="ghost"
      aria-label="Remove the freeze"
      title="Remove"
      icon={<Trash2 aria-hidden="true" />}
      onClick={onRemove}
      className="xl:mt-6"
    />
  </div>
)
