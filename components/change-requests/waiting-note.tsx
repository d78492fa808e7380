import { pages } from '@/contracts/paths'
import type { ReviewView } from '@/contracts/review-view'
import { LinkButton } from '../ui/link-button'
import { Note } from '../ui/note'

/** Approved and free of gates, and still no button: says why. */
export const WaitingNote = ({
  view,
  mayPublish,
}: {
  readonly view: ReviewView
  readonly mayPublish: boolean
}) => {
  if (view.status !== 'approved' || view.gates.length > 0 || view.can.publish || view.waiting) return null
  return mayPublish ? (
    <Note
      tone="warn"
      title="Another publish stopped half-way to Segment."
      actions={
        <LinkButton size="sm" href={pages.jobs()}>
          Show the jobs
        </LinkButton>
      }
    >
      This one can be published as soon as that one was resumed or given up.
    </Note>
  ) : (
    <Note tone="good" title="Ready to publish.">
      A steward or an admin can publish it.
    </Note>
  )
}
