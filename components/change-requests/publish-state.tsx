'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { apiPaths, pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { isOpen } from '@/domain/review/transition'
import { FailureNote } from '../data/failure-note'
import { JobProgress } from '../data/job-progress'
import { isOver, jobQuery } from '../data/job-queries'
import { AlertDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { Note } from '../ui/note'
import type { RequestWork } from './use-request-work'
import { WaitingPublish } from './waiting-publish'

type PublishStateProps = {
  readonly plan: string
  readonly view: ReviewView
  readonly work: RequestWork
  /** Whether this person's role may resume a publish at all. */
  readonly mayResume: boolean
  readonly onPublish: () => void
}

/** Where a publish stands: waiting, on its way with counts, failed with its reason and the two ways on, or done. */
export const PublishState = (props: PublishStateProps) => {
  const { plan, view } = props
  switch (view.status) {
    case 'publishing':
      return <OnItsWay {...props} label={`Publishing version ${view.version ?? ''} to Segment`} />
    case 'publish-failed':
      return view.publishError?.code === 'abandoning' ? (
        <OnItsWay {...props} label="Putting Segment back to what it held" />
      ) : (
        <Failed {...props} />
      )
    case 'published':
      return (
        <Note
          tone="good"
          title={`Published as version ${view.version}. Segment holds it.`}
          actions={
            <>
              <LinkButton size="sm" href={pages.catalog(plan)}>
                Open the catalog
              </LinkButton>
              <Button
                size="sm"
                icon={<FileDown aria-hidden="true" />}
                title="Edits, verdicts, approvals, what was sent and what Segment held afterwards, as one signed file"
                onClick={() => window.location.assign(apiPaths.evidence(plan, view.number))}
              >
                Download evidence
              </Button>
            </>
          }
        />
      )
    default:
      return isOpen(view.status) ? <WaitingPublish {...props} /> : null
  }
}

/** A job known by the request, so that a reload finds it again. */
const OnItsWay = ({ view, work, mayResume, label }: PublishStateProps & { readonly label: string }) => {
  const queries = useQueryClient()
  const { data: job } = useQuery({ ...jobQuery(view.jobId ?? ''), enabled: view.jobId !== null })
  // Versions, catalog, drift and the numbers in the rail: a publish changes all of them.
  const readAgain = () => queries.invalidateQueries()
  if (view.jobId === null) return null
  const hasStopped = job !== undefined && isOver(job) && job.status !== 'succeeded'
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <JobProgress
        key={view.jobId}
        jobId={view.jobId}
        label={label}
        onDone={readAgain}
        onFailed={readAgain}
      />
      {hasStopped && mayResume ? (
        <div>
          <Button variant="primary" pending={work.job.isPending} onClick={() => work.job.mutate('resume')}>
            Go on
          </Button>
        </div>
      ) : (
        <p className="text-ink-3 text-xs">It goes on by itself, also when you leave this page.</p>
      )}
      {work.job.error ? <FailureNote error={work.job.error} /> : null}
    </div>
  )
}

const Failed = ({ view, work }: PublishStateProps) => {
  const [giving, setGiving] = useState(false)
  const { job, step } = work
  return (
    <Note
      tone="bad"
      title="The publish did not arrive whole."
      actions={
        <>
          {view.can.resume ? (
            <Button variant="primary" pending={job.isPending} onClick={() => job.mutate('resume')}>
              Try again
            </Button>
          ) : null}
          {view.can.abandon ? <Button onClick={() => setGiving(true)}>Give it up</Button> : null}
        </>
      }
    >
      <p>{view.publishError?.message}</p>
      <p>
        Version {view.version} is kept, and so are the approvals. Trying again writes only what Segment does
        not hold yet.
      </p>
      {view.can.resume ? null : <p>A steward or an admin can try again or give it up.</p>}
      {job.error ? <FailureNote error={job.error} /> : null}
      <AlertDialog
        open={giving}
        onOpenChange={setGiving}
        title="Give this publish up?"
        description={
          <>
            <p>
              Every rule of this request goes back to what it was in Segment before; nothing else there is
              touched.
            </p>
            <p>
              Then the old content becomes the next version and this request is closed. It can be reopened.
            </p>
          </>
        }
        confirm="Give it up"
        danger
        pending={step.isPending}
        onConfirm={() => step.mutate('abandon', { onSuccess: () => setGiving(false) })}
      >
        {step.error ? <FailureNote error={step.error} /> : null}
      </AlertDialog>
    </Note>
  )
}
