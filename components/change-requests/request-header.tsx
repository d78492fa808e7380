'use client'
import { CircleX, Clock, Ellipsis, PencilLine, RotateCcw, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { requestLook } from '../ui/request-look'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'
import { placeWords } from './place-words'
import type { RequestWork } from './use-request-work'

type RequestHeaderProps = {
  readonly view: ReviewView
  readonly work: RequestWork
  readonly onDescribe: () => void
  readonly onReview: () => void
  readonly onPublish: () => void
}

/** Title, state, and what this person can do next: the one thing first, the rest in a menu. */
export const RequestHeader = (props: RequestHeaderProps) => {
  const { view, work, onDescribe } = props
  const { tone, icon, word } = requestLook[view.status]
  return (
    <PageHeader
      title={
        <>
          {view.title} <span className="font-normal text-ink-3 tabular-nums">#{view.number}</span>
        </>
      }
      meta={
        <>
          <Status tone={tone} icon={icon}>
            {word}
          </Status>
          <span>
            {view.editCount === 1 ? '1 edit' : `${view.editCount} edits`} in {view.plan.name} by {view.author}
          </span>
          {view.promotes ? (
            <span>
              Promotes{' '}
              <TextLink href={pages.catalog(view.promotes.plan.id, { v: view.promotes.version })}>
                version {view.promotes.version} of {view.promotes.plan.name}
              </TextLink>
            </span>
          ) : null}
          <WaitingMark view={view} />
          <span className="text-ink-3">
            changed <RelativeTime at={view.updatedAt} />
          </span>
        </>
      }
      actions={
        <>
          <NextStep {...props} />
          <MoreMenu view={view} work={work} onDescribe={onDescribe} />
        </>
      }
    />
  )
}

const publishWord = ({ can, waiting }: ReviewView): string =>
  can.publish ? (waiting === null ? 'Publish' : 'Publish now') : 'Schedule'

const WaitingMark = ({ view: { waiting } }: Pick<RequestHeaderProps, 'view'>) =>
  waiting === null ? null : (
    <Status tone="accent" icon={Clock}>
      {waiting.at === null ? (
        `In the publish queue: ${placeWords(waiting.place)}`
      ) : (
        <span>
          Publishes <RelativeTime at={waiting.at} />
        </span>
      )}
    </Status>
  )

const NextStep = ({ view, work, onReview, onPublish }: RequestHeaderProps): ReactNode => {
  const router = useRouter()
  const open = ({ number }: { readonly number: number }) =>
    router.push(pages.changeRequest(view.plan.id, number))
  const { can } = view
  const pending = (step: string) => work.step.isPending && work.step.variables === step
  return (
    <>
      {can.reopen ? (
        <Button
          icon={<RotateCcw aria-hidden="true" />}
          pending={pending('reopen')}
          onClick={() => work.step.mutate('reopen')}
        >
          Reopen
        </Button>
      ) : null}
      {can.revert ? (
        <Button
          icon={<Undo2 aria-hidden="true" />}
          pending={work.revert.isPending}
          onClick={() => work.revert.mutate(undefined, { onSuccess: open })}
        >
          Revert
        </Button>
      ) : null}
      {can.approve ? (
        <Button variant={can.publish ? 'secondary' : 'primary'} onClick={onReview}>
          Review
        </Button>
      ) : null}
      {can.submit ? (
        <Button
          variant={can.approve ? 'secondary' : 'primary'}
          pending={pending('submit')}
          onClick={() => work.step.mutate('submit')}
        >
          {view.status === 'draft' ? 'Submit for review' : 'Submit again'}
        </Button>
      ) : null}
      {can.publish || (can.schedule && view.waiting === null) ? (
        <Button variant="primary" onClick={onPublish}>
          {publishWord(view)}
        </Button>
      ) : null}
    </>
  )
}

const MoreMenu = ({ view: { can }, work, onDescribe }: Omit<RequestHeaderProps, 'onReview' | 'onPublish'>) =>
  can.edit || can.withdraw || can.close ? (
    <Menu
      align="end"
      trigger={
        <Button size="icon" aria-label="More">
          <Ellipsis aria-hidden="true" />
        </Button>
      }
    >
      {can.edit ? (
        <MenuItem icon={<PencilLine aria-hidden="true" />} onSelect={onDescribe}>
          Edit title and description
        </MenuItem>
      ) : null}
      {can.withdraw ? (
        <MenuItem icon={<Undo2 aria-hidden="true" />} onSelect={() => work.step.mutate('withdraw')}>
          Withdraw to draft
        </MenuItem>
      ) : null}
      {can.close ? (
        <MenuItem icon={<CircleX aria-hidden="true" />} onSelect={() => work.step.mutate('close')}>
          Close without publishing
        </MenuItem>
      ) : null}
    </Menu>
  ) : null
