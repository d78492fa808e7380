'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { pages } from '@/contracts/paths'
import { JobProgress } from '../data/job-progress'
import { Button } from '../ui/button'
import { LinkButton } from '../ui/link-button'
import { Note } from '../ui/note'
import { driftState } from './drift-state'

/** What was set going on this page and how far it is. */
export const DriftOutcome = ({ plan }: { readonly plan: string }) => {
  const [{ sync, job, request }, setState] = useQueryStates(driftState)
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries()
  if (!sync && !job && request === null) return null
  return (
    <div className="flex max-w-2xl flex-col gap-4 pb-6">
      {sync ? (
        <JobProgress
          key={sync}
          jobId={sync}
          label="Reading the plan from Segment"
          onDone={() => {
            setState({ sync: null })
            readAgain()
          }}
          onFailed={readAgain}
        />
      ) : null}
      {job ? (
        <JobProgress
          key={job}
          jobId={job}
          label="Publishing ours again"
          onDone={readAgain}
          onFailed={readAgain}
        />
      ) : null}
      {request === null ? null : (
        <Note
          tone="good"
          title={`Change request #${request} adopts what Segment holds.`}
          actions={
            <>
              <LinkButton size="sm" href={pages.changeRequest(plan, request)}>
                Open it
              </LinkButton>
              <Button size="sm" variant="ghost" onClick={() => setState({ request: null })}>
                Dismiss
              </Button>
            </>
          }
        >
          It waits for somebody else's approval. Until it is published, the drift stays listed here.
        </Note>
      )}
    </div>
  )
}
