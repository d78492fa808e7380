'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { GateView, PublishPreview } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { useKeptText } from '../data/use-kept-text'
import { AlertDialog } from '../ui/alert-dialog'
import { Badge } from '../ui/badge'
import { Field } from '../ui/field'
import { SkeletonRows } from '../ui/skeleton'
import { Textarea } from '../ui/textarea'
import type { Tone } from '../ui/tone'
import { publishPreviewQuery, publishQueueQuery } from './change-request-queries'
import { PublishWhen, type When } from './publish-when'
import type { RequestPlace } from './request-actions'
import type { RequestWork } from './use-request-work'

type PublishDialogProps = {
  readonly place: RequestPlace
  readonly view: ReviewView
  readonly work: RequestWork
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** What the publish goes past, which takes a reason; absent where nothing stands in the way. */
  readonly past?: readonly GateView[]
}

/** Says exactly what a publish does in Segment and when, before it does. */
export const PublishDialog = ({ place, view, work, open, onOpenChange, past }: PublishDialogProps) => {
  const { data, error, refetch } = useQuery({ ...publishPreviewQuery(place), enabled: open })
  const [reason, keepReason] = useKeptText(`bypass.${place.plan}.${place.number}`)
  const queue = useQuery({ ...publishQueueQuery(place.plan), enabled: open })
  const { job } = work
  const time = useWhen(view, past !== undefined)
  const before = (queue.data?.data ?? []).filter(
    ({ number, state }) => number !== place.number && state !== 'scheduled',
  )
  const isReasonMissing = past !== undefined && reason.trim().length < shortest
  const close = (next: boolean) => {
    if (!next) job.reset()
    onOpenChange(next)
  }
  return (
    <AlertDialog
      open={open}
      onOpenChange={close}
      title={data ? `Publish to ${data.plan} at ${data.workspace}?` : 'Publish to Segment?'}
      description={data ? <Consequence preview={data} /> : null}
      confirm={time.when !== 'now' ? 'Schedule' : past ? 'Publish without them' : 'Publish'}
      pending={job.isPending}
      disabled={!data || isReasonMissing || (time.when !== 'now' && time.instant === null)}
      danger={past !== undefined}
      onConfirm={() =>
        job.mutate(asked(time.instant, past && reason.trim()), {
          onSuccess: () => {
            keepReason('')
            onOpenChange(false)
          },
        })
      }
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data || error ? null : <SkeletonRows label="Working out what will happen" />}
      <PublishWhen {...time} before={before} />
      {past ? <Past gates={past} reason={reason} onReason={keepReason} /> : null}
      {data ? <Operations operations={data.operations} /> : null}
      {job.error ? <FailureNote error={job.error} /> : null}
    </AlertDialog>
  )
}

/** What is chosen: `instant` is null for now, and while no hour is chosen. */
const useWhen = (view: ReviewView, isPast: boolean) => {
  const opening = view.gates.find(({ code }) => code === 'outside-window')?.until ?? null
  const now = isPast || view.can.publish
  const [chosen, onWhen] = useState<When | null>(null)
  const [at, onAt] = useState<string | null>(view.waiting?.at ?? null)
  const when = chosen ?? (now ? 'now' : opening === null ? 'at' : 'opening')
  const instant = when === 'now' ? null : when === 'at' ? at : opening
  return { when, onWhen, at, onAt, opening, now, instant }
}

const asked = (at: string | null, reason: string | undefined) =>
  at === null && reason === undefined
    ? 'publish'
    : { ...(at === null ? {} : { at }), ...(reason === undefined ? {} : { bypass: { reason } }) }

const Consequence = ({ preview }: { readonly preview: PublishPreview }) => (
  <>
    <p className="font-medium text-ink first-letter:uppercase">{preview.sentence}.</p>
    <p>
      {preview.calls === 0
        ? 'Segment holds all of it already: nothing is written there, and the plan gets its next version.'
        : `${preview.calls === 1 ? 'One call' : `${preview.calls} calls`} to Segment, then it is read back and compared. Everything else in the plan stays as it is.`}
    </p>
  </>
)

/** As the contract has it: a few words. */
const shortest = 10

type PastProps = {
  readonly gates: readonly GateView[]
  readonly reason: string
  readonly onReason: (reason: string) => void
}

const Past = ({ gates, reason, onReason }: PastProps) => (
  <div className="flex flex-col gap-3 py-1">
    <ul aria-label="What is passed over" className="flex list-disc flex-col gap-1 pl-5 text-sm">
      {gates.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
    <Field
      label="Why it cannot wait"
      hint="Everybody who can see this request reads it; it is kept in the audit log."
    >
      <Textarea value={reason} onChange={(event) => onReason(event.target.value)} />
    </Field>
  </div>
)

const most = 100

const tones: Readonly<Record<PublishPreview['operations'][number]['kind'], Tone>> = {
  add: 'good',
  update: 'quiet',
  rename: 'accent',
  remove: 'bad',
}

const Operations = ({ operations }: Pick<PublishPreview, 'operations'>) => (
  <ul aria-label="What will be written" className="mt-1 flex flex-col border-line border-t">
    {operations.slice(0, most).map(({ kind, rule, newKey }) => (
      <li
        key={`${kind} ${ruleKey(rule)}`}
        className="flex items-center justify-between gap-3 border-line border-b py-1.5"
      >
        <span className="min-w-0 break-words font-mono text-xs">
          {ruleName(rule)}
          {newKey ? ` → ${newKey}` : null}
        </span>
        <Badge tone={tones[kind]}>{kind}</Badge>
      </li>
    ))}
    {operations.length > most ? (
      <li className="py-1.5 text-ink-3 text-xs">and {operations.length - most} more</li>
    ) : null}
  </ul>
)
