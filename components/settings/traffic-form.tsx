'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SaveTrafficSettings, TrafficSettingsView } from '@/contracts/traffic'
import { jsonEqual } from '@/domain/plan/json-equal'
import type { Action } from '../data/action'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'
import { trafficSettingsQuery } from './settings-queries'

export type SaveTrafficSettingsAction = Action<
  { readonly plan: string } & SaveTrafficSettings,
  TrafficSettingsView
>

type TrafficFormProps = {
  readonly plan: string
  readonly view: TrafficSettingsView
  readonly saveTrafficSettings: SaveTrafficSettingsAction
}

/** Whether, how long and how much; what goes with a change goes when it is saved. */
export const TrafficForm = ({ plan, view, saveTrafficSettings }: TrafficFormProps) => {
  const queries = useQueryClient()
  const [record, setRecord] = useState(view.settings.record)
  const [days, setDays] = useState(String(view.settings.days))
  const [calls, setCalls] = useState(String(view.settings.callsPerStratum))
  const settings = { record, days: Number(days), callsPerStratum: Number(calls) }
  const problems = {
    days: isWhole(settings.days, 90) ? null : 'A whole number from 1 to 90.',
    calls: isWhole(settings.callsPerStratum, 1_000) ? null : 'A whole number from 1 to 1,000.',
  }
  const saving = useMutation({
    mutationFn: () => unwrapAction(saveTrafficSettings({ plan, settings, revision: view.revision })),
    onSuccess: (saved) => {
      toast.success('Saved')
      queries.setQueryData(trafficSettingsQuery(plan).queryKey, saved)
    },
  })
  const isChanged = !jsonEqual(settings, view.settings)
  const disabled = !view.can.change
  return (
    <form
      aria-label="Recorded traffic"
      noValidate
      className="flex max-w-md flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Checkbox
        checked={record}
        disabled={disabled}
        onCheckedChange={setRecord}
        label="Keep some of the calls. They are counted either way."
      />
      <Field label="Days" hint="What was received earlier goes within the hour." error={problems.days}>
        <Input
          inputMode="numeric"
          value={days}
          disabled={disabled || !record}
          onChange={({ target }) => setDays(target.value)}
        />
      </Field>
      <Field
        label="Calls of a day"
        hint="Of each event, from each source, app version and event version; picked so that each call has the same chance."
        error={problems.calls}
      >
        <Input
          inputMode="numeric"
          value={calls}
          disabled={disabled || !record}
          onChange={({ target }) => setCalls(target.value)}
        />
      </Field>
      {saving.error ? <FailureNote error={saving.error} /> : null}
      {disabled ? (
        <p className="text-ink-2 text-sm">Admins change it.</p>
      ) : (
        <div>
          <Button
            type="submit"
            variant="primary"
            pending={saving.isPending}
            disabled={!isChanged || problems.days !== null || problems.calls !== null}
          >
            Save
          </Button>
        </div>
      )}
    </form>
  )
}

const isWhole = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most
