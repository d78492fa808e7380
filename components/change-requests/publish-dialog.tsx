'use client'
import { useQuery } from '@tanstack/react-query'
import type { PublishPreview } from '@/contracts/change-request'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { AlertDialog } from '../ui/alert-dialog'
import { Badge } from '../ui/badge'
import { SkeletonRows } from '../ui/skeleton'
import type { Tone } from '../ui/tone'
import { publishPreviewQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'
import type { RequestWork } from './use-request-work'

type PublishDialogProps = {
  readonly place: RequestPlace
  readonly work: RequestWork
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Says exactly what a publish does in Segment, before it does. */
export const PublishDialog = ({ place, work, open, onOpenChange }: PublishDialogProps) => {
  const { data, error, refetch } = useQuery({ ...publishPreviewQuery(place), enabled: open })
  const { job } = work
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
      confirm="Publish"
      pending={job.isPending}
      disabled={!data}
      onConfirm={() => job.mutate('publish', { onSuccess: () => onOpenChange(false) })}
    >
      {error ? <FailureNote error={error} onRetry={() => refetch()} /> : null}
      {data || error ? null : <SkeletonRows label="Working out what will happen" />}
      {data ? <Operations operations={data.operations} /> : null}
      {job.error ? <FailureNote error={job.error} /> : null}
    </AlertDialog>
  )
}

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
