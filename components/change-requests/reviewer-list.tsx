import { CircleCheck, CirclePause, MessageSquare, RefreshCw } from 'lucide-react'
import type { ApprovalView } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
import { Avatar } from '../ui/avatar'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { type Look, Status } from '../ui/status'
import { latestVerdicts, type PersonVerdict } from './latest-verdicts'

const looks: Readonly<Record<ApprovalView['verdict'], Look>> = {
  approve: { tone: 'good', icon: CircleCheck, word: 'approved' },
  'request-changes': { tone: 'bad', icon: CirclePause, word: 'asked for changes' },
  comment: { tone: 'quiet', icon: MessageSquare, word: 'commented' },
}

/** Who said what, and whether it still stands. */
export const ReviewerList = ({ view }: { readonly view: ReviewView }) => {
  const reviews = latestVerdicts(view.approvals)
  return (
    <Section title="Reviewers">
      {reviews.length === 0 ? (
        <p className="text-ink-3">Nobody has reviewed it yet.</p>
      ) : (
        <ul aria-label="Reviewers" className="flex flex-col gap-2.5">
          {reviews.map((review) => (
            <Reviewer key={review.by} review={review} of={view.editCount} />
          ))}
        </ul>
      )}
    </Section>
  )
}

type ReviewerProps = { readonly review: PersonVerdict; readonly of: number }

const Reviewer = ({ review: { by, at, verdict, stale, counts, rules }, of }: ReviewerProps) => {
  const { tone, icon, word } = looks[verdict]
  const some = verdict === 'approve' && !stale && rules < of ? ` ${rules} of ${of}` : ''
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 gap-y-0.5">
      <Avatar name={by} />
      <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-3">
        <span className="truncate text-ink">{by}</span>
        <Status tone={stale ? 'quiet' : tone} icon={icon} className={stale ? 'text-ink-3' : 'text-ink-2'}>
          {word}
          {some}
        </Status>
      </div>
      <div className="col-start-2 flex flex-wrap gap-x-2 text-ink-3 text-xs">
        <RelativeTime at={at} />
        {stale ? (
          <Status tone="warn" icon={RefreshCw} className="text-xs">
            changed since
          </Status>
        ) : null}
        {counts || verdict === 'comment' ? null : (
          <span>does not count: wrote an edit, or may not review</span>
        )}
      </div>
    </li>
  )
}
