'use client'
import { RefreshCw } from 'lucide-react'
import type { ReviewedCheck } from '@/contracts/review-view'
import { FailureNote } from '../data/failure-note'
import { Button } from '../ui/button'
import { cn } from '../ui/cn'
import { toneText } from '../ui/tone'
import { checkLook, checkTitles } from './check-looks'
import { Findings } from './findings'
import type { RequestPlace } from './request-actions'
import type { RequestPanel } from './request-panel'

type ChecksTabProps = Omit<RequestPanel, 'seen'> & { readonly place: RequestPlace }

/** What was checked, what came of it, and the way out. */
export const ChecksTab = ({ place, view, work }: ChecksTabProps) => (
  <>
    {work.rerunChecks.error ? <FailureNote error={work.rerunChecks.error} /> : null}
    <ul aria-label="Checks" className="flex flex-col">
      {view.checks.map((check) => (
        <li
          key={check.name}
          className="flex flex-col gap-2 border-line border-b py-3 first:pt-0 last:border-b-0"
        >
          <Check check={check} />
          <Findings place={place} findings={check.findings} more={check.more} />
          <WayOut check={check} view={view} work={work} />
        </li>
      ))}
    </ul>
  </>
)

const Check = ({ check }: { readonly check: ReviewedCheck }) => {
  const { tone, icon: Icon, word } = checkLook(check)
  const { title, what } = checkTitles[check.name] ?? { title: check.name, what: '' }
  const isWaiting = check.status === 'queued' || check.status === 'running'
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <p className="font-medium text-ink">{title}</p>
        <p className="text-ink-3">{what}</p>
        {check.reason ? <p className="text-ink-2">{check.reason}</p> : null}
      </div>
      <span role={isWaiting ? 'status' : undefined} className="flex items-center gap-1.5 whitespace-nowrap">
        <Icon
          aria-hidden="true"
          className={cn(
            'size-3.5 shrink-0',
            toneText[tone],
            isWaiting && 'animate-spin motion-reduce:animate-none',
          )}
        />
        {word}
      </span>
    </div>
  )
}

const WayOut = ({
  check,
  view,
  work,
}: { readonly check: ReviewedCheck } & Pick<ChecksTabProps, 'view' | 'work'>) => {
  if (check.name === 'up-to-date' && check.conclusion === 'warn' && view.can.update)
    return (
      <div>
        <Button
          size="sm"
          pending={work.step.isPending && work.step.variables === 'update'}
          onClick={() => work.step.mutate('update')}
        >
          Bring it up to date
        </Button>
      </div>
    )
  // What to do about a replay that was skipped is told with its impact.
  if (check.name === 'replay' && check.status === 'skipped') return null
  const canRunAgain = check.status === 'failed' || (check.status === 'skipped' && view.editCount > 0)
  return canRunAgain && view.can.edit ? (
    <div>
      <Button
        size="sm"
        icon={<RefreshCw aria-hidden="true" />}
        pending={work.rerunChecks.isPending}
        onClick={() => work.rerunChecks.mutate()}
      >
        Check again
      </Button>
    </div>
  ) : null
}
