import {
  CircleCheck,
  CirclePause,
  CircleX,
  Clock,
  GitPullRequestArrow,
  type LucideIcon,
  MessageSquare,
  PencilLine,
  RefreshCw,
  Rocket,
  Send,
  TriangleAlert,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { ReviewView } from '@/contracts/review-view'
import { Badge } from '../ui/badge'
import { cn } from '../ui/cn'
import { RelativeTime } from '../ui/relative-time'
import { type Tone, toneText } from '../ui/tone'

type Entry = ReviewView['timeline'][number]
type Look = { readonly icon: LucideIcon; readonly tone: Tone }

const plain: Look = { icon: PencilLine, tone: 'quiet' }

const looks: Readonly<Record<string, Look>> = {
  approve: { icon: CircleCheck, tone: 'good' },
  'request-changes': { icon: CirclePause, tone: 'bad' },
  comment: { icon: MessageSquare, tone: 'quiet' },
  'change-request-created': { icon: GitPullRequestArrow, tone: 'quiet' },
  'change-request-submitted': { icon: Send, tone: 'accent' },
  'change-request-withdrawn': { icon: Undo2, tone: 'quiet' },
  'change-request-closed': { icon: CircleX, tone: 'quiet' },
  'change-request-updated': { icon: RefreshCw, tone: 'quiet' },
  'publish-scheduled': { icon: Clock, tone: 'accent' },
  'publish-queued': { icon: Clock, tone: 'accent' },
  'publish-unscheduled': { icon: Undo2, tone: 'quiet' },
  'publish-stopped': { icon: TriangleAlert, tone: 'bad' },
  'publish-started': { icon: Rocket, tone: 'accent' },
  'publish-succeeded': { icon: Rocket, tone: 'good' },
  'publish-failed': { icon: TriangleAlert, tone: 'bad' },
  'publish-abandon-started': { icon: Undo2, tone: 'quiet' },
  'publish-abandoned': { icon: Undo2, tone: 'quiet' },
  'publish-resumed': { icon: Rocket, tone: 'accent' },
  'change-request-reverted': { icon: Undo2, tone: 'quiet' },
  'change-request-reopened': { icon: RefreshCw, tone: 'quiet' },
  'publish-abandon-failed': { icon: TriangleAlert, tone: 'bad' },
}

type Thread = ReviewView['threads'][number]

type TimelineProps = {
  readonly view: ReviewView
  readonly thread: (thread: Thread) => ReactNode
}

/** What happened to a request and what was said about it, oldest first: a thread stands where it began. */
export const Timeline = ({ view, thread }: TimelineProps) => (
  <ol aria-label="Timeline" className="flex flex-col">
    {inOrder(view).map((item) =>
      'thread' in item ? (
        <TimelineRow key={item.thread.id} look={looks.comment ?? plain}>
          {thread(item.thread)}
        </TimelineRow>
      ) : (
        <TimelineItem key={item.place} entry={item.entry} outdated={isOutdated(view, item.entry)} />
      ),
    )}
  </ol>
)

type Item =
  | { readonly at: string; readonly place: number; readonly entry: Entry }
  | { readonly at: string; readonly thread: Thread }

const inOrder = ({ timeline, threads }: ReviewView): readonly Item[] => {
  // Entries have no id and are only ever added at the end, so their place names them.
  const entries = timeline.map((entry, place): Item => ({ at: entry.at, place, entry }))
  const said = threads.map((thread): Item => ({ at: thread.comments[0]?.at ?? '', thread }))
  return [...entries, ...said].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

/** A verdict on edits that are no longer there as they were. */
const isOutdated = ({ approvals }: ReviewView, { at, by, kind }: Entry) =>
  kind !== 'comment' && approvals.some((each) => each.at === at && each.by === by && each.stale)

const TimelineItem = ({ entry, outdated }: { readonly entry: Entry; readonly outdated: boolean }) => (
  <TimelineRow look={looks[entry.kind] ?? plain}>
    <p className="text-ink-2">
      <span className="font-medium text-ink">{entry.by}</span> {entry.sentence}{' '}
      <RelativeTime at={entry.at} className="whitespace-nowrap text-ink-3 text-xs" />
      {outdated ? (
        <>
          {' '}
          <Badge tone="warn" icon={RefreshCw}>
            changed since
          </Badge>
        </>
      ) : null}
    </p>
    {entry.body ? (
      <p className="mt-1.5 whitespace-pre-wrap break-words border-line-strong border-l-2 pl-3 text-ink">
        {entry.body}
      </p>
    ) : null}
  </TimelineRow>
)

const TimelineRow = ({
  look: { icon: Icon, tone },
  children,
}: {
  readonly look: Look
  readonly children: ReactNode
}) => (
  <li className="group relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0">
    <span
      aria-hidden="true"
      className="absolute top-5 bottom-0 left-[7.5px] w-px bg-line group-last:hidden"
    />
    <Icon aria-hidden="true" className={cn('relative mt-0.5 size-4', toneText[tone])} />
    <div className="min-w-0">{children}</div>
  </li>
)
