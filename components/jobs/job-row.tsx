'use client'
import { CircleCheck, CircleDashed, CircleSlash, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { JobView } from '@/contracts/job'
import { type LeaveQueueAction, LeaveQueueButton } from '../data/leave-queue-button'
import type { Subject } from '../data/subject-of'
import { Progress } from '../ui/progress'
import { RelativeTime } from '../ui/relative-time'
import { Status } from '../ui/status'
import { TextLink } from '../ui/text-link'
import type { Tone } from '../ui/tone'
import { durationWords, jobKindWords, resultWords } from './job-words'

const looks: Readonly<
  Record<JobView['status'], { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }>
> = {
  queued: { tone: 'quiet', icon: CircleDashed, word: 'Waiting' },
  running: { tone: 'accent', icon: LoaderCircle, word: 'Running' },
  succeeded: { tone: 'good', icon: CircleCheck, word: 'Done' },
  failed: { tone: 'bad', icon: CircleX, word: 'Failed' },
  cancelled: { tone: 'quiet', icon: CircleSlash, word: 'Cancelled' },
}

export const jobStatusWord = (status: JobView['status']): string => looks[status].word

type JobRowProps = {
  readonly job: JobView
  readonly subject: Subject | null
  readonly leaveQueue: LeaveQueueAction
}

/** One job: what it is about, how it goes, and in words what stopped it. */
export const JobRow = ({ job, subject, leaveQueue }: JobRowProps) => {
  const { tone, icon, word } = looks[job.status]
  return (
    <li
      data-job={job.id}
      className="grid gap-x-6 gap-y-1 border-line border-b py-2.5 text-sm md:grid-cols-[7rem_minmax(0,1fr)_10rem]"
    >
      <Status tone={tone} icon={icon} className="self-start">
        {word}
      </Status>
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-medium">{jobKindWords[job.kind]}</span>
          {subject ? (
            <>
              {': '}
              {subject.href ? <TextLink href={subject.href}>{subject.label}</TextLink> : subject.label}
            </>
          ) : null}
        </p>
        <JobOutcome job={job} />
        {job.waits ? <Waits waits={job.waits} leaveQueue={leaveQueue} /> : null}
      </div>
      <p className="text-ink-3 text-xs md:text-right">
        <RelativeTime at={job.createdAt} />
        <Took job={job} />
        {job.attempts > 1 ? <span className="block text-warn">{job.attempts} attempts</span> : null}
      </p>
    </li>
  )
}

const Took = ({ job }: { readonly job: JobView }) => {
  if (job.finishedAt === null) return null
  const words = durationWords(job, Date.parse(job.finishedAt))
  return words ? <span className="block">took {words}</span> : null
}

type WaitsProps = {
  readonly waits: NonNullable<JobView['waits']>
  readonly leaveQueue: LeaveQueueAction
}

const Waits = ({ waits, leaveQueue }: WaitsProps) => {
  const { plan, number, reason, until, isScheduled, can } = waits
  return (
    <div className="mt-0.5 flex flex-col items-start gap-1.5">
      <p className="break-words text-ink-2 text-xs">
        {reason}
        {until === null ? null : (
          <>
            {isScheduled ? ' Its hour comes ' : ' That is '}
            <RelativeTime at={until} />.
          </>
        )}
      </p>
      {can.leave ? (
        <LeaveQueueButton plan={plan} number={number} isScheduled={isScheduled} leave={leaveQueue} />
      ) : null}
    </div>
  )
}

const JobOutcome = ({ job }: { readonly job: JobView }) => {
  const { status, progress, error } = job
  if (status === 'running' || (status === 'queued' && error))
    return (
      <div className="mt-1 flex max-w-md flex-col gap-1">
        {progress ? <Progress label="So far" {...progress} /> : null}
        {error ? <p className="break-words text-warn text-xs">Tried again after: {error.message}</p> : null}
      </div>
    )
  if (status === 'failed' || status === 'cancelled')
    return error ? <p className="break-words text-ink-2">{error.message}</p> : null
  const words = status === 'succeeded' ? resultWords(job) : ''
  return words ? <p className="break-words text-ink-3 text-xs">{words}</p> : null
}
