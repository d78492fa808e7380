'use client'
import { Plus, Trash2 } from 'lucide-react'
import type { Policy } from '@/contracts/policy'
import { weekdays } from '@/domain/review/weekday'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { dayNames } from './policy-words'

type Window = Policy['windows'][number]

type WindowListProps = {
  readonly windows: readonly Window[]
  /** What the server found wrong, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (windows: Window[]) => void
}

const newWindow = (): Window => ({
  days: ['mon', 'tue', 'wed', 'thu'],
  from: '09:00',
  to: '16:00',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

/** The times of the week at which the plan may be published; none: any time. */
export const WindowList = ({ windows, errors, onChange }: WindowListProps) => {
  const set = (at: number, change: Partial<Window>) =>
    onChange(windows.map((window, i) => (i === at ? { ...window, ...change } : window)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">Publishing windows</legend>
      {windows.length === 0 ? (
        <p className="text-ink-3 text-sm">None: it may be published at any time.</p>
      ) : (
        <ul aria-label="Windows" className="border-line border-t">
          {windows.map((window, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: windows have no identity of their own, and none keeps a state
            <li key={at} className="border-line border-b py-3">
              <WindowFields
                window={window}
                errorOf={(name) => errors[`policy.windows.${at}.${name}`] ?? null}
                onChange={(change) => set(at, change)}
                onRemove={() => onChange(windows.filter((_, i) => i !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange([...windows, newWindow()])}
        >
          Add a window
        </Button>
      </div>
    </fieldset>
  )
}

type WindowFieldsProps = {
  readonly window: Window
  readonly errorOf: (name: string) => string | null
  readonly onChange: (change: Partial<Window>) => void
  readonly onRemove: () => void
}

const WindowFields = ({ window, errorOf, onChange, onRemove }: WindowFieldsProps) => (
  <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that stands in it */}
    <div role="group" aria-label="Days" className="flex flex-col gap-1">
      <span className="font-medium text-sm">Days</span>
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            checked={window.days.includes(day)}
            onCheckedChange={(checked) =>
              onChange({
                days: weekdays.filter((each) => (each === day ? checked : window.days.includes(each))),
              })
            }
            label={dayNames[day]}
          />
        ))}
      </div>
      {errorOf('days') ? <p className="text-bad text-xs">{errorOf('days')}</p> : null}
    </div>
    <Field label="From" error={errorOf('from')} className="w-28">
      <Input type="time" value={window.from} onValueChange={(from) => onChange({ from })} />
    </Field>
    <Field label="To" error={errorOf('to')} className="w-28">
      <Input type="time" value={window.to} onValueChange={(to) => onChange({ to })} />
    </Field>
    <Field label="Time zone" error={errorOf('timeZone')} className="min-w-40 flex-1">
      <Input
        value={window.timeZone}
        placeholder="Europe/Berlin"
        onValueChange={(timeZone) => onChange({ timeZone })}
        autoComplete="off"
      />
    </Field>
    <Button
      size="icon-sm"
      variant="ghost"
      aria-label="Remove the window"
      title="Remove"
      icon={<Trash2 aria-hidden="true" />}
      onClick={onRemove}
      className="mt-6"
    />
  </div>
)
