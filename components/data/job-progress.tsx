'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { JobView } from '@/contracts/job'
import { ErrorNote } from '../ui/error-note'
import { Progress } from '../ui/progress'
import { FailureNote } from './failure-note'
import { isOver, jobQuery } from './job-queries'

type JobProgressProps = {
  readonly jobId: string
  /** What is being done, e.g. "Reading the plan from Segment". */
  readonly label: string
  /** Called once when the job has ended well, e.g. to read again what it changed. */
  readonly onDone?: (job: JobView) => void
  readonly onFailed?: (job: JobView) => void
}

/** How far a job is, with counts; survives a reload, since the job is known by its id. */
export const JobProgress = ({ jobId, label, onDone, onFailed }: JobProgressProps) => {
  const { data: job, error } = useQuery(jobQuery(jobId))
  useOnEnd(job, { onDone, onFailed })
  if (error) return <FailureNote error={error} />
  if (job?.status === 'failed' || job?.status === 'cancelled')
    return (
      <ErrorNote
        title={job.status === 'failed' ? `${label}: failed.` : `${label}: cancelled.`}
        kept="The last good state is kept."
        todo={job.error?.message}
      />
    )
  const progress = job?.progress ?? { done: 0, total: null, unit: 'steps' }
  if (job && isOver(job))
    return <Progress label={`${label}: done`} {...progress} done={progress.total ?? progress.done} />
  return (
    <>
      <Progress label={job?.status === 'queued' ? `${label}: waiting for its turn` : label} {...progress} />
      {job?.error ? <p className="mt-1 text-warn text-xs">Tried again after: {job.error.message}</p> : null}
    </>
  )
}

const useOnEnd = (
  job: JobView | undefined,
  { onDone, onFailed }: Pick<JobProgressProps, 'onDone' | 'onFailed'>,
) => {
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!job || !isOver(job) || told.current === job.id) return
    told.current = job.id
    if (job.status === 'succeeded') onDone?.(job)
    else onFailed?.(job)
  }, [job, onDone, onFailed])
}
