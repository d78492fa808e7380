'use client'
import { useQuery } from '@tanstack/react-query'
import { Clock, ListOrdered, RefreshCw, TriangleAlert } from 'lucide-react'
import type { PublishQueueEntry } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import { type LeaveQueueAction, LeaveQueueButton } from '../data/leave-queue-button'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'
import type { Tone } from '../ui/tone'
import { publishQueueQuery } from './change-request-queries'

type Look = { readonly tone: Tone; readonly icon: typeof Clock; readonly word: string }

const looks: Readonly<Record<PublishQueueEntry['state'], Look>> = {
  'under-way': { tone: 'accent', icon: RefreshCw, word: 'on its way to Segment' },
  halted: { tone: 'bad', icon: TriangleAlert, word: 'stopped half-way: everything waits for it' },
  waiting: { tone: 'quiet', icon: ListOrdered, word: 'waits for its turn' },
  scheduled: { tone: 'quiet', icon: Clock, word: 'waits for its hour' },
}

type PublishQueueProps = {
  readonly plan: string
  readonly name: string
  readonly leaveQueue: LeaveQueueAction
}

/** What is published to a plan next, in the order in which it goes; nothing where nothing waits. */
export const PublishQueue = ({ plan, name, leaveQueue }: PublishQueueProps) => {
  const { data } = useQuery(publishQueueQuery(plan))
  if (data === undefined || data.data.length === 0) return null
  return (
    <Section title={`Publish queue of ${name}`} className="pb-6">
      <ol aria-label="Publish queue" className="border-line border-t">
        {data.data.map((entry) => (
          <QueueRow key={entry.number} plan={plan} entry={entry} leaveQueue={leaveQueue} />
        ))}
      </ol>
    </Section>
  )
}

type QueueRowProps = Pick<PublishQueueProps, 'plan' | 'leaveQueue'> & { readonly entry: PublishQueueEntry }

const QueueRow = ({ plan, entry, leaveQueue }: QueueRowProps) => {
  const { tone, icon, word } = looks[entry.state]
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-line border-b py-2">
      <span className="min-w-0 break-words text-sm">
        <TextLink href={pages.changeRequest(plan, entry.number)}>{entry.title}</TextLink>{' '}
        <span className="text-ink-3 text-xs">
          #{entry.number}
          {entry.by === null ? null : `, asked for by ${entry.by}`}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone={tone} icon={icon} className="text-ink-2 text-xs">
          {entry.at !== null ? (
            <span>
              publishes <RelativeTime at={entry.at} />
            </span>
          ) : entry.opens !== null ? (
            <span>
              waits until the plan may be published, <RelativeTime at={entry.opens} />
            </span>
          ) : (
            word
          )}
        </Status>
        {entry.can.leave ? (
          <LeaveQueueButton
            plan={plan}
            number={entry.number}
            isScheduled={entry.state === 'scheduled'}
            leave={leaveQueue}
          />
        ) : null}
      </span>
    </li>
  )
}
