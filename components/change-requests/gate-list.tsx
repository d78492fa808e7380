'use client'
import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { Status } from '../ui/status'
import type { RequestPlace } from './request-actions'
import type { RequestTab } from './request-tabs'
import type { RequestWork } from './use-request-work'

type Gate = ReviewView['gates'][number]

type GateListProps = {
  readonly place: RequestPlace
  readonly view: ReviewView
  readonly work: RequestWork
  readonly mayResolveDrift: boolean
  /** The id of whoever looks. */
  readonly me: string | undefined
  readonly onReview: () => void
  readonly onBypass: () => void
  readonly onPublish: () => void
  readonly onTab: (tab: RequestTab) => void
}

/** What keeps the request from being published, who clears it, and the button that does. */
export const GateList = (props: GateListProps) => (
  <Section title={props.view.gates.length === 0 ? 'Publishing' : 'Before it can be published'}>
    {props.view.gates.length === 0 ? (
      <Status tone="good" icon={CircleCheck}>
        Nothing stands in the way
      </Status>
    ) : (
      <ul aria-label="What stands in the way" className="flex flex-col gap-3">
        {props.view.gates.map((gate, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several gates may have one code, and all are replaced at once
          <li key={at} className="flex gap-2">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-warn" />
            <div className="flex min-w-0 flex-col items-start gap-1.5">
              <p className="break-words">{gate.message}</p>
              <p className="text-ink-3 text-xs">Cleared by {gate.clearedBy}.</p>
              {gate.until ? (
                <p className="text-ink-3 text-xs">
                  Goes by itself <RelativeTime at={gate.until} />.
                </p>
              ) : null}
              <WayOut {...props} gate={gate} />
            </div>
          </li>
        ))}
      </ul>
    )}
    {props.view.can.bypass ? (
      <div className="flex flex-col items-start gap-1.5 border-line border-t pt-3">
        <p className="text-ink-3 text-xs">
          The policy lets you publish without what it asks for. Say why; everybody sees it.
        </p>
        <Button size="sm" variant="danger" onClick={props.onBypass}>
          Publish without them
        </Button>
      </div>
    ) : null}
  </Section>
)

const ReviewButton = ({ view, onReview }: Pick<GateListProps, 'view' | 'onReview'>) =>
  view.can.approve ? (
    <Button size="sm" onClick={onReview}>
      Review
    </Button>
  ) : null

const WayOut = ({
  gate,
  place,
  view,
  work,
  mayResolveDrift,
  me,
  onReview,
  onPublish,
  onTab,
}: GateListProps & { readonly gate: Gate }): ReactNode => {
  switch (gate.code) {
    case 'conflicts':
      return view.can.edit ? (
        <LinkButton size="sm" href="#conflicts">
          Settle the conflicts
        </LinkButton>
      ) : null
    case 'out-of-date':
      return view.can.update && view.conflicts.length === 0 ? (
        <Button
          size="sm"
          pending={work.step.isPending && work.step.variables === 'update'}
          onClick={() => work.step.mutate('update')}
        >
          Bring it up to date
        </Button>
      ) : null
    case 'owner-missing':
      if (gate.action === 'change-group')
        return (
          <LinkButton size="sm" href={pages.policy(place.plan)}>
            Show the group
          </LinkButton>
        )
      // Anybody else's approval would not clear it.
      return gate.people?.some(({ id }) => id === me) ? (
        <ReviewButton view={view} onReview={onReview} />
      ) : null
    case 'approvals-missing':
    case 'changes-requested':
      return <ReviewButton view={view} onReview={onReview} />
    case 'drift':
      return (
        <LinkButton size="sm" href={pages.drift(place.plan)}>
          {mayResolveDrift ? 'Resolve the drift' : 'Look at the drift'}
        </LinkButton>
      )
    case 'check-failed':
    case 'checks-running':
      return (
        <Button size="sm" onClick={() => onTab('checks')}>
          Show the checks
        </Button>
      )
    case 'outside-window':
      return view.can.schedule && view.waiting === null && gate.until ? (
        <Button size="sm" onClick={onPublish}>
          Publish at the next opening
        </Button>
      ) : null
    case 'no-edits':
      return view.can.edit ? (
        <LinkButton size="sm" href={pages.catalog(place.plan)}>
          Choose an event
        </LinkButton>
      ) : null
    default:
      return null
  }
}
