'use client'
import { pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { RelativeTime } from '../ui/relative-time'
import { TextLink } from '../ui/text-link'
import { placeWords } from './place-words'
import type { RequestWork } from './use-request-work'

type WaitingPublishProps = {
  readonly plan: string
  readonly view: ReviewView
  readonly work: RequestWork
  readonly onPublish: () => void
}

/** A publish that waits for its hour or its turn, or why the last one did not begin. */
export const WaitingPublish = ({ plan, view, work, onPublish }: WaitingPublishProps) => {
  const { waiting, publishError, can } = view
  if (waiting === null)
    return publishError === null ? null : (
      <Note tone="bad" title="The publish did not begin, and Segment was sent nothing.">
        <p className="break-words">{publishError.message}</p>
      </Note>
    )
  const { at, by, since, place, behind, opens } = waiting
  return (
    <Note
      tone={behind?.halted ? 'warn' : 'accent'}
      title={
        at === null ? (
          `In the publish queue: ${placeWords(place)}`
        ) : (
          <>
            To be published <RelativeTime at={at} />
          </>
        )
      }
      actions={
        <>
          {can.schedule ? (
            <Button size="sm" onClick={onPublish}>
              {at === null ? 'Choose a time' : 'Change the time'}
            </Button>
          ) : null}
          {can.unschedule ? (
            <Button
              size="sm"
              pending={work.step.isPending && work.step.variables === 'unschedule'}
              onClick={() => work.step.mutate('unschedule')}
            >
              {at === null ? 'Leave the queue' : 'Call it off'}
            </Button>
          ) : null}
        </>
      }
    >
      <p>
        Asked for by {by}, <RelativeTime at={since} />
        {waiting.bypass ? ', past what the policy asks for' : null}.{' '}
        {behind?.number ? (
          <>
            {behind.halted ? 'The queue waits for ' : 'It waits behind '}
            <TextLink href={pages.changeRequest(plan, behind.number)}>
              change request {behind.number}
            </TextLink>
            {behind.halted ? ', which stopped half-way and has to be resumed or given up.' : '.'}
          </>
        ) : null}
        {opens === null ? null : (
          <>
            The plan may not be published now; it may be <RelativeTime at={opens} />.
          </>
        )}
      </p>
      <p>Then it is brought up to date and checked again; what stands in the way stops it.</p>
    </Note>
  )
}
