'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DigestView, SaveDigest } from '@/contracts/digest'
import { type Weekday, weekdays } from '@/domain/review/weekday'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { RelativeTime } from '../ui/relative-time'
import { Select } from '../ui/select'
import { SkeletonRows } from '../ui/skeleton'
import { toast } from '../ui/toast'
import type { AccountActions } from './account-actions'
import { fieldErrors } from './field-errors'
import { digestQuery } from './settings-queries'

type DigestFormProps = { readonly save: AccountActions['saveDigest'] }

/** Whether and when one is sent a letter about what happened. */
export const DigestForm = ({ save }: DigestFormProps) => {
  const { data, error, refetch } = useQuery(digestQuery())
  if (data) return <LoadedForm key={data.every} digest={data} save={save} />
  return error ? (
    <FailureNote error={error} onRetry={() => refetch()} />
  ) : (
    <SkeletonRows label="Reading your letters" />
  )
}

const LoadedForm = ({ digest, save }: DigestFormProps & { readonly digest: DigestView }) => {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<SaveDigest>(() => ({
    every: digest.every,
    weekday: digest.weekday,
    hour: digest.hour,
    timeZone: digest.every === 'none' ? zoneHere() : digest.timeZone,
  }))
  const set = (change: Partial<SaveDigest>) => setDraft((before) => ({ ...before, ...change }))
  const saving = useMutation({
    mutationFn: () => unwrapAction(save(draft)),
    onSuccess: (saved) => {
      queries.setQueryData(digestQuery().queryKey, saved)
      toast.success(saved.every === 'none' ? 'You get no letters' : 'Your letters are arranged')
    },
  })
  const wrong = fieldErrors(saving.error)
  if (!digest.canMail)
    return <p className="text-ink-3 text-sm">This installation has no mail server, so it sends no letters.</p>
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Field label="How often" className="w-40" error={wrong.every ?? null}>
        <Select
          value={draft.every}
          onValueChange={(every) => set({ every })}
          options={[
            { value: 'none', label: 'Never' },
            { value: 'day', label: 'Each day' },
            { value: 'week', label: 'Each week' },
          ]}
        />
      </Field>
      {draft.every === 'week' ? (
        <Field label="On" className="w-36">
          <Select
            value={draft.weekday}
            onValueChange={(weekday) => set({ weekday })}
            options={weekdays.map((value) => ({ value, label: dayNames[value] }))}
          />
        </Field>
      ) : null}
      {draft.every === 'none' ? null : (
        <>
          <Field label="At" className="w-24">
            <Select
              value={String(draft.hour)}
              onValueChange={(hour) => set({ hour: Number(hour) })}
              options={Array.from({ length: 24 }, (_, hour) => ({
                value: String(hour),
                label: `${String(hour).padStart(2, '0')}:00`,
              }))}
            />
          </Field>
          <Field label="Time zone" className="w-52" error={wrong.timeZone ?? null}>
            <Input
              value={draft.timeZone}
              onValueChange={(timeZone) => set({ timeZone })}
              autoComplete="off"
            />
          </Field>
        </>
      )}
      <Button type="submit" pending={saving.isPending}>
        Save
      </Button>
      {digest.nextAt === null ? null : (
        <p className="w-full text-ink-3 text-xs">
          The next one is due <RelativeTime at={digest.nextAt} />, if there is something to tell.
        </p>
      )}
      {saving.error && !isFailure(saving.error, 'invalid-input') ? (
        <FailureNote error={saving.error} />
      ) : null}
    </form>
  )
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}
