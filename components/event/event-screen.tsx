'use client'
import { useQuery } from '@tanstack/react-query'
import { FileQuestion } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { pages } from '@/contracts/paths'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'
import { Note } from '../ui/note'
import { Page } from '../ui/page'
import { ruleTitle } from '../ui/rule-title'
import { SkeletonRows } from '../ui/skeleton'
import type { EventActions } from './event-actions'
import { EventHeader } from './event-header'
import { eventParams } from './event-params'
import { ruleQuery } from './event-queries'
import { EventTabs } from './event-tabs'
import { Propose } from './propose'
import type { RulePlace } from './rule-place'
import { useDraft } from './use-draft'
import { useEditing } from './use-editing'

type EventScreenProps = {
  readonly place: RulePlace
  /** False for a rule that the plan does not hold at this version: it may be one that is being proposed. */
  readonly isInPlan: boolean
  readonly actions: EventActions
}

/** What is this event, is it healthy, and how do I change it? */
export const EventScreen = ({ place, isInPlan, actions }: EventScreenProps) => {
  const [{ v }] = useQueryStates(eventParams)
  const { data: detail, error, refetch, isPending } = useQuery({ ...ruleQuery(place, v), enabled: isInPlan })
  const { draft, keep } = useDraft({ ...place, request: 'new' })
  const { request, begin, leave } = useEditing(place.plan)

  if (isInPlan && isPending)
    return (
      <Page>
        <SkeletonRows label="Reading the event" />
      </Page>
    )
  const isMissing = !isInPlan || isFailure(error, 'not-found')
  if (error && !isMissing)
    return (
      <Page>
        <FailureNote error={error} onRetry={() => refetch()} />
      </Page>
    )
  if (isMissing && (request === null || (request === 'new' && !draft))) return <Missing place={place} />
  return (
    <Page>
      <EventHeader place={place} detail={detail ?? null} editing={request !== null} onPropose={begin} />
      {request !== null ? (
        <Propose place={place} isInPlan={!isMissing} request={request} actions={actions} onLeave={leave} />
      ) : detail ? (
        <>
          {draft && begin ? (
            <Note
              tone="accent"
              className="mb-4"
              title="You began a change here that is not saved."
              actions={
                <>
                  <Button size="sm" onClick={() => keep(null)}>
                    Discard it
                  </Button>
                  <Button size="sm" variant="primary" onClick={begin}>
                    Go on
                  </Button>
                </>
              }
            />
          ) : null}
          <EventTabs place={place} detail={detail} version={v} repair={begin ? actions.repair : null} />
        </>
      ) : null}
    </Page>
  )
}

const Missing = ({ place }: { readonly place: RulePlace }) => (
  <>
    <h1 className="sr-only">{ruleTitle(place.rule)}</h1>
    <EmptyState
      icon={FileQuestion}
      title={`${ruleTitle(place.rule)} is not in this version of the plan`}
      actions={<LinkButton href={pages.catalog(place.plan)}>To the catalog</LinkButton>}
    >
      It may have been renamed or removed, or it is a draft in another browser.
    </EmptyState>
  </>
)
