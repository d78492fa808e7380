'use client'
import type { PublishQueueEntry } from '@/contracts/change-request'
import { Field } from '../ui/field'
import { InstantInput } from '../ui/instant-input'
import { RelativeTime } from '../ui/relative-time'
import { Segmented } from '../ui/segmented'

/** `opening`: as soon as the plan may be published again. */
export type When = 'now' | 'opening' | 'at'

type PublishWhenProps = {
  readonly when: When
  readonly onWhen: (when: When) => void
  /** The hour of `at`. */
  readonly at: string | null
  readonly onAt: (at: string | null) => void
  /** When the plan may be published again, while it may not. */
  readonly opening: string | null
  /** Whether it may be published before that. */
  readonly now: boolean
  /** Who is before it, the last one last. */
  readonly before: readonly PublishQueueEntry[]
}

/** Now, at the next opening, or at an hour; and what that means. */
export const PublishWhen = ({ when, onWhen, at, onAt, opening, now, before }: PublishWhenProps) => {
  const options = [
    ...(now ? [{ value: 'now', label: 'Now' } as const] : []),
    ...(opening === null ? [] : [{ value: 'opening', label: 'At the next opening' } as const]),
    { value: 'at', label: 'At a time' } as const,
  ]
  return (
    <div className="flex flex-col gap-2 py-1">
      <Segmented label="When" value={when} onValueChange={onWhen} options={options} />
      {when === 'at' ? (
        <Field
          label="Not before"
          hint={`By your clock, ${Intl.DateTimeFormat().resolvedOptions().timeZone}.`}
        >
          <InstantInput value={at} onValueChange={onAt} />
        </Field>
      ) : null}
      {when === 'opening' && opening !== null ? (
        <p className="text-sm">
          The plan may be published again <RelativeTime at={opening} />, {exact(opening)}.
        </p>
      ) : null}
      <p className="text-ink-2 text-sm">{sentence(when, before)}</p>
    </div>
  )
}

const then =
  'Then it is brought up to date, its checks are made again and everything that it needs is asked for again. If something stands in the way it stops, says why, and sends nothing.'

const sentence = (when: When, before: readonly PublishQueueEntry[]): string => {
  const last = before.at(-1)
  if (when !== 'now') return `Nothing happens before that. ${then}`
  if (last === undefined) return 'It begins at once.'
  return `It waits in the publish queue, behind change request ${last.number}, until that one has arrived. ${then}`
}

/** Full date and time in the reader's zone. */
const exact = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
