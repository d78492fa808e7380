import { AtSign, CircleAlert, Clock } from 'lucide-react'
import type { ChangeRequestSummary } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { RelativeTime } from '../ui/relative-time'
import { requestLook } from '../ui/request-look'
import { Status } from '../ui/status'
import { toneText } from '../ui/tone'
import { placeWords } from './place-words'

type RequestRowProps = {
  readonly request: ChangeRequestSummary
  readonly index: number
  readonly active: boolean
  /** Named where several plans are listed. */
  readonly showPlan: boolean
}

/** One request in the list; all of the row opens it. */
export const RequestRow = ({ request, index, active, showPlan }: RequestRowProps) => {
  const { tone, icon: Icon, word } = requestLook[request.status]
  return (
    <li
      data-row={index}
      className={cn(
        'relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2.5 hover:bg-hover sm:grid-cols-[1rem_minmax(0,1fr)_auto]',
        active && 'bg-hover',
      )}
    >
      <Icon aria-hidden="true" className={cn('mt-0.5 size-4', toneText[tone])} />
      <div className="min-w-0">
        <IntentLink
          href={pages.changeRequest(request.plan.id, request.number)}
          className="focus-ring break-words rounded-sm font-medium text-ink after:absolute after:inset-0"
        >
          {request.title}
        </IntentLink>
        <p className="mt-0.5 text-ink-3 text-xs">
          <span className="tabular-nums">#{request.number}</span> by {request.author}
          {showPlan ? ` in ${request.plan.name}` : null} · {editsText(request.editCount)}
          {request.unresolved === 0 ? null : ` · ${request.unresolved} unresolved`} · changed{' '}
          <RelativeTime at={request.updatedAt} />
        </p>
      </div>
      <div className="col-start-2 mt-1 flex flex-col items-start gap-0.5 sm:col-start-3 sm:mt-0 sm:items-end">
        <span className={cn('text-sm', toneText[tone])}>{word}</span>
        {request.mentionsYou ? (
          <Status tone="accent" icon={AtSign} className="text-ink-2 text-xs">
            mentions you
          </Status>
        ) : null}
        <NextStep request={request} />
      </div>
    </li>
  )
}

const editsText = (count: number) => (count === 1 ? '1 edit' : `${count} edits`)

const NextStep = ({ request }: { readonly request: ChangeRequestSummary }) => {
  const { status, gates, version, waiting } = request
  if (status === 'published' && version !== null)
    return <span className="text-ink-3 text-xs">version {version}</span>
  if (waiting !== null)
    return (
      <Status tone="accent" icon={Clock} className="text-ink-2 text-xs">
        {waiting.at === null ? (
          `in the publish queue: ${placeWords(waiting.place)}`
        ) : (
          <span>
            publishes <RelativeTime at={waiting.at} />
          </span>
        )}
      </Status>
    )
  const blocking = gates.find(({ code }) => code in words)
  const text = blocking && words[blocking.code as keyof typeof words]
  if (text)
    return (
      <Status tone="warn" icon={CircleAlert} className="text-ink-2 text-xs">
        {text}
      </Status>
    )
  return status === 'approved' ? <span className="text-ink-3 text-xs">ready to publish</span> : null
}

// Only what an open request shows in one glance; its own page has every gate.
const words = {
  conflicts: 'conflicts with head',
  'out-of-date': 'behind head',
  'check-failed': 'a check found a reason to stop',
  drift: 'Segment drifted',
  'no-edits': 'no edits yet',
  'outside-window': 'outside of the publishing times',
} as const
